import type { Board } from "./board";
import { element } from "./element";
import type { Vocabulary } from "./vocabulary";

/** The tools above a board: its layout, the names of lines, and buttons; `linked`: its address can be copied. */
export function bar(
  board: Board,
  vocabulary: Vocabulary,
  layouts: HTMLElement,
  named: HTMLElement,
  linked: boolean,
): HTMLElement {
  const t = (key: string) => vocabulary.text(key, {});
  const button = (name: string, shown: string, act: () => void) =>
    element("button", { type: "button", class: "button--quiet", "data-act": name, onclick: act }, shown);
  const icon = (name: string, sign: string, act: () => void) => {
    const made = button(name, sign, act);
    made.setAttribute("aria-label", t(name));
    made.title = t(name);
    return made;
  };
  return element(
    "div",
    { class: "board__bar", role: "group", "aria-label": t("tools") },
    element("label", { class: "board__layout" }, element("span", { class: "quiet small" }, t("layout")), layouts),
    element("label", { class: "board__names" }, named, t("names")),
    element(
      "span",
      { class: "board__buttons" },
      icon("zoom-out", "−", () => board.drawing.zoomBy(1 / 1.35)),
      icon("zoom-in", "+", () => board.drawing.zoomBy(1.35)),
      button("fit", t("fit"), () => board.drawing.fit()),
      button("again", t("again"), () => board.drawing.arrange()),
      button("show-all", t("show-all"), () => board.showAll()),
      button("png", "PNG", () => void board.savePng()),
      button("svg", "SVG", () => board.saveSvg()),
      ...(linked ? [button("link", t("link"), () => void board.copyLink())] : []),
    ),
  );
}
