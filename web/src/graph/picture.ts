import type { Core, EdgeSingular, NodeSingular } from "cytoscape";
import type { Shade } from "./look";
import { lookOf, round, shapeElement } from "./shapes";

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 60;
/** Browsers draw no canvas much larger than this. */
const SIDE_MAX = 8000;

/** All that is drawn, as a PNG of twice the screen's fineness. */
export async function png(graph: Core, shade: Shade): Promise<Blob> {
  const picture = graph.png({
    output: "blob-promise",
    full: true,
    scale: 2,
    maxWidth: SIDE_MAX,
    maxHeight: SIDE_MAX,
    bg: shade.paper,
  });
  return (await (picture as unknown as Promise<Blob>)) as Blob;
}

/** All that is drawn, as SVG: things are links to their addresses, with a legend below. */
export function svg(graph: Core, shade: Shade, legend: [string, string][], title: string): Blob {
  const box = graph.elements().boundingBox({ includeLabels: true });
  const high = MARGIN + 24 * (legend.length + 1);
  const root = node("svg", {
    xmlns: SVG,
    viewBox: [box.x1 - MARGIN, box.y1 - MARGIN, box.w + 2 * MARGIN, box.h + MARGIN + high].map(round).join(" "),
    "font-family": "Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif",
  });
  const paper = { x: box.x1 - MARGIN, y: box.y1 - MARGIN, width: box.w + 2 * MARGIN, height: box.h + MARGIN + high };
  root.append(
    node("title", {}, title),
    node("rect", { ...rounded(paper), fill: shade.paper }),
    ...graph.edges().map((edge) => edgeElement(edge, shade)),
    ...graph.nodes().map((each) => nodeElement(each, shade)),
    ...legend.map(([kind, label], at) => legendElement(kind, label, box.x1, box.y2 + MARGIN + 24 * at, shade)),
  );
  const text = new XMLSerializer().serializeToString(root);
  return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}`], { type: "image/svg+xml" });
}

/** Hands a file to the reader. */
export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function edgeElement(edge: EdgeSingular, shade: Shade): SVGElement {
  const from = edge.source().position();
  const to = edge.target().position();
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const end = edge.target().width() / 2 + 2;
  const tip = { x: to.x - dx * end, y: to.y - dy * end };
  const width = Number(edge.data("width"));
  const line = node("line", {
    ...rounded({ x1: from.x, y1: from.y, x2: tip.x, y2: tip.y }),
    stroke: shade.line,
    "stroke-width": String(round(width)),
    "stroke-opacity": "0.6",
  });
  const group = node("g", {}, node("title", {}, String(edge.data("label"))), line);
  if (!edge.hasClass("mutual")) {
    const [bx, by] = [tip.x - dx * 7, tip.y - dy * 7];
    const corners = [tip, { x: bx - dy * 3.5, y: by + dx * 3.5 }, { x: bx + dy * 3.5, y: by - dx * 3.5 }];
    group.append(node("polygon", { points: corners.map(({ x, y }) => `${round(x)},${round(y)}`).join(" "), fill: shade.line }));
  }
  if (edge.hasClass("named")) {
    const at = rounded({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    group.append(node("text", { ...at, ...lettering(shade, 9), fill: shade.soft }, String(edge.data("label"))));
  }
  return group;
}

function nodeElement(each: NodeSingular, shade: Shade): SVGElement {
  const { x, y } = each.position();
  const radius = each.width() / 2;
  const shape = shapeElement(lookOf(each.data("kind")), x, y, radius);
  shape.setAttribute("stroke", shade.ink);
  shape.setAttribute("stroke-width", "1.5");
  const label = node("text", { ...rounded({ x, y: y + radius + 13 }), ...lettering(shade, 11) }, String(each.data("short")));
  const title = node("title", {}, `${each.data("label")} (${each.data("kindLabel")})`);
  return each.id().startsWith("_:")
    ? node("g", {}, title, shape, label)
    : node("a", { href: each.id() }, title, shape, label);
}

function legendElement(kind: string, label: string, x: number, y: number, shade: Shade): SVGElement {
  const shape = shapeElement(lookOf(kind), x + 10, y, 8);
  shape.setAttribute("stroke", shade.ink);
  return node("g", {}, shape, node("text", { ...rounded({ x: x + 26, y: y + 4 }), "font-size": "13", fill: shade.ink }, label));
}

function lettering(shade: Shade, size: number): Record<string, string> {
  return {
    "font-size": String(size),
    "text-anchor": "middle",
    fill: shade.ink,
    stroke: shade.paper,
    "stroke-width": "2.5",
    "paint-order": "stroke",
  };
}

function rounded(numbers: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(round(value))]));
}

function node(name: string, attributes: Record<string, string>, ...children: (Node | string)[]): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== "xmlns") made.setAttribute(key, value);
  made.append(...children);
  return made;
}
