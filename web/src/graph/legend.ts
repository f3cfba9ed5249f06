import type { Contents, Tally } from "./contents";
import { element } from "./element";
import { lookOf, shapeElement } from "./shapes";
import type { Vocabulary } from "./vocabulary";

/** Which classes and which kinds of link there are, how each looks, and a switch for each. */
export class Legend {
  readonly root: HTMLElement;
  private readonly kinds = element("ul", { class: "board__legend plain" });
  private readonly predicates = element("ul", { class: "board__legend plain" });

  constructor(
    private readonly contents: Contents,
    private readonly vocabulary: Vocabulary,
    private readonly changed: () => void,
  ) {
    this.root = element(
      "div",
      { class: "board__legends" },
      element("fieldset", {}, element("legend", {}, vocabulary.text("classes")), this.kinds),
      element("fieldset", {}, element("legend", {}, vocabulary.text("predicates")), this.predicates),
    );
  }

  refresh(): void {
    const { contents } = this;
    this.fill(this.kinds, "kind", contents.kindTallies(), contents.offKinds, (tally) => swatch(tally.name));
    this.fill(this.predicates, "predicate", contents.predicateTallies(), contents.offPredicates);
  }

  private fill(list: HTMLElement, group: string, tallies: Tally[], off: Set<string>, picture?: (t: Tally) => Node): void {
    const focused = (document.activeElement as HTMLInputElement | null)?.value;
    const within = list.contains(document.activeElement);
    list.replaceChildren(...tallies.map((tally) => element("li", {}, this.option(group, tally, off, picture?.(tally)))));
    if (within) list.querySelector<HTMLInputElement>(`input[value="${CSS.escape(focused ?? "")}"]`)?.focus();
  }

  private option(group: string, tally: Tally, off: Set<string>, picture?: Node): HTMLElement {
    const box = element("input", {
      type: "checkbox",
      name: group,
      value: tally.name,
      checked: !off.has(tally.name),
      onchange: () => {
        if (box.checked) off.delete(tally.name);
        else off.add(tally.name);
        this.changed();
      },
    });
    const count = element("span", { class: "quiet" }, this.vocabulary.number(tally.count));
    return element("label", {}, box, ...(picture ? [picture] : []), element("span", {}, tally.label), count);
  }
}

/** A small picture of a class. */
export function swatch(kind: string): SVGElement {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("viewBox", "-12 -12 24 24");
  picture.setAttribute("class", "board__swatch");
  picture.setAttribute("aria-hidden", "true");
  picture.append(shapeElement(lookOf(kind), 0, 0, 10));
  return picture;
}
