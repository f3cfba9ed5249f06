import type { Contents, Line } from "./contents";
import { element } from "./element";
import { swatch } from "./legend";
import type { Vocabulary } from "./vocabulary";

const LINES_MAX = 60;

/** What can be done with the chosen thing. */
export interface Actions {
  choose(id: string): void;
  open(id: string): void;
  close(id: string): void;
  hide(id: string): void;
  only(id: string): void;
}

/** The chosen thing: its name and class, its page, its links, what can be done with it. */
export class Details {
  readonly root = element("section", { class: "board__chosen", "aria-live": "polite" });

  constructor(
    private readonly contents: Contents,
    private readonly vocabulary: Vocabulary,
    private readonly actions: Actions,
    private readonly canOpen: boolean,
  ) {}

  show(id: string | null): void {
    const thing = id ? this.contents.things.get(id) : undefined;
    if (!thing) {
      this.root.replaceChildren(element("p", { class: "quiet small" }, this.vocabulary.text("choose")));
      return;
    }
    const { text } = { text: (key: string) => this.vocabulary.text(key) };
    const address = this.vocabulary.page(thing.id);
    this.root.replaceChildren(
      element("p", { class: "kicker" }, swatch(thing.kind), thing.kindLabel),
      element("h2", {}, thing.id.startsWith("_:") ? thing.label : element("a", { href: address }, thing.label)),
      element("div", { class: "board__actions" }, ...this.buttons(thing.id, text)),
      this.links(thing.id),
    );
  }

  private buttons(id: string, text: (key: string) => string): HTMLElement[] {
    const button = (key: string, act: () => void) =>
      element("button", { type: "button", class: "button--quiet", "data-act": key, onclick: act }, text(key));
    const opened = this.contents.opened.has(id);
    const open = opened
      ? button("close", () => this.actions.close(id))
      : button("open", () => this.actions.open(id));
    return [
      ...(this.canOpen && !id.startsWith("_:") ? [open] : []),
      button("hide", () => this.actions.hide(id)),
      button("only", () => this.actions.only(id)),
    ];
  }

  private links(id: string): HTMLElement {
    const shown = new Set(this.contents.shownLines().map((line) => line.id));
    const lines = this.contents.linesOf(id).filter((line) => shown.has(line.id));
    const groups = new Map<string, Line[]>();
    for (const line of lines.slice(0, LINES_MAX)) {
      const name = `${line.source === id ? "→" : "←"} ${line.label}`;
      groups.set(name, [...(groups.get(name) ?? []), line]);
    }
    const list = element("dl", { class: "board__links" });
    for (const [name, each] of groups) {
      list.append(element("dt", {}, name), ...each.map((line) => element("dd", {}, this.other(line, id))));
    }
    const count = element("p", { class: "quiet small" }, this.vocabulary.text("links", { n: lines.length }));
    return element("div", {}, count, list);
  }

  private other(line: Line, id: string): HTMLElement {
    const other = line.source === id ? line.target : line.source;
    const label = this.contents.things.get(other)?.label ?? other;
    const times = line.points.size > 1 ? ` ×${line.points.size}` : "";
    return element(
      "button",
      { type: "button", class: "board__link", onclick: () => this.actions.choose(other) },
      label + times,
    );
  }
}
