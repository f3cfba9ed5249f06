"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  const svg = document.querySelector("#picture svg");
  const results = document.getElementById("results");
  const details = document.getElementById("details");
  const search = document.getElementById("search");
  const hidden = new Set();
  const nodes = data.nodes.map((node, number) => ({ ...node, number, element: document.getElementById("node" + number), links: [],
    names: [node.label, node.attributes.label_vi, node.attributes.label_en].join("\n") }));
  const edges = data.edges.map((edge, number) => ({ ...edge, element: document.getElementById("edge" + number) }));
  for (const edge of edges) {
    nodes[edge.source].links.push(edge);
    if (edge.source !== edge.target) nodes[edge.target].links.push(edge);
  }
  const fold = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");

  // The part of the picture that is seen: the SVG's viewBox, moved by mouse, finger and wheel.
  const whole = svg.viewBox.baseVal;
  const box = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  const home = { ...box };
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  const show = () => svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
  const place = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [point.x, point.y];
  };
  const zoom = (factor, x, y) => {
    if (box.width * factor < home.width / 60 || box.width * factor > home.width * 4) return;
    box.x = x - (x - box.x) * factor;
    box.y = y - (y - box.y) * factor;
    box.width *= factor;
    box.height *= factor;
    show();
  };
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(event.deltaY < 0 ? 0.85 : 1 / 0.85, ...place(event));
  }, { passive: false });
  let held = null;
  svg.addEventListener("pointerdown", (event) => { held = place(event); });
  window.addEventListener("pointerup", () => { held = null; });
  svg.addEventListener("pointermove", (event) => {
    if (!held) return;
    const [x, y] = place(event);
    box.x += held[0] - x;
    box.y += held[1] - y;
    show();
  });

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const item = (node, text) => {
    const button = element("button", text, { type: "button" });
    button.addEventListener("click", () => choose(node));
    const line = element("li");
    line.append(button);
    return line;
  };
  const fade = (kept) => {
    for (const node of nodes) node.element?.classList.toggle("faded", kept !== null && !kept.has(node.number));
    for (const edge of edges) {
      edge.element?.classList.toggle("faded", kept !== null && !(kept.has(edge.source) && kept.has(edge.target)));
    }
  };
  const clear = () => {
    fade(null);
    details.replaceChildren();
    for (const node of nodes) node.element?.classList.remove("chosen");
  };
  const choose = (node) => {
    clear();
    fade(new Set([node.number, ...node.links.flatMap((edge) => [edge.source, edge.target])]));
    node.element?.classList.add("chosen");
    const facts = element("dl");
    for (const [name, value] of Object.entries(node.attributes)) {
      facts.append(element("dt", name), element("dd", Array.isArray(value) ? value.join(", ") : String(value)));
    }
    const links = element("ul");
    for (const edge of node.links) {
      const other = nodes[edge.source === node.number ? edge.target : edge.source];
      const arrow = edge.source === node.number ? "→" : "←";
      links.append(item(other, `${arrow} ${edge.label}${edge.count > 1 ? ` (${edge.count})` : ""}: ${other.label}`));
    }
    details.append(element("h2", node.label), element("p", node.classLabel, { class: "muted" }));
    details.append(element("a", node.id, { href: node.id, rel: "noreferrer" }), facts);
    details.append(element("h2", `${words.neighbours} (${node.links.length})`), links);
  };
  const find = () => {
    const wanted = fold(search.value.trim());
    results.replaceChildren();
    if (!wanted) return fade(null);
    const found = nodes.filter((node) => !hidden.has(node.classLabel) && fold(node.names).includes(wanted));
    fade(new Set(found.map((node) => node.number)));
    results.append(...found.slice(0, 30).map((node) => item(node, node.place ? `${node.label} · ${node.place}` : node.label)));
  };
  const filter = () => {
    const away = (node) => hidden.has(node.classLabel);
    for (const node of nodes) node.element?.classList.toggle("hidden", away(node));
    for (const edge of edges) {
      edge.element?.classList.toggle("hidden", away(nodes[edge.source]) || away(nodes[edge.target]));
    }
    find();
  };
  for (const node of nodes) {
    if (!node.element) continue;
    node.element.setAttribute("tabindex", "0");
    node.element.setAttribute("role", "button");
    node.element.setAttribute("aria-label", `${node.label} (${node.classLabel})`);
    node.element.addEventListener("click", () => choose(node));
    node.element.addEventListener("keydown", (event) => { if (event.key === "Enter") choose(node); });
  }
  for (const check of document.querySelectorAll(".legend input")) {
    check.addEventListener("change", () => {
      if (check.checked) hidden.delete(check.value);
      else hidden.add(check.value);
      filter();
    });
  }
  search.addEventListener("input", find);
  document.getElementById("reset").addEventListener("click", () => {
    search.value = "";
    hidden.clear();
    for (const check of document.querySelectorAll(".legend input")) check.checked = true;
    Object.assign(box, home);
    show();
    filter();
    clear();
  });
})();
