import { element } from "./element";
import type { Network } from "./network";
import type { Source } from "./source";
import type { Vocabulary } from "./vocabulary";

/** What else the graph has: searched beyond the picture when asked to, and brought into it when chosen. */
export class Beyond {
  readonly root = element("div", { class: "board__beyond" });

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly source: Source,
    private readonly bring: (id: string) => void,
    private readonly fail: (text: string) => void,
  ) {}

  /** Offers to search for a text; takes the offer back when there is none. */
  offer(text: string): void {
    this.root.replaceChildren();
    if (!text) return;
    const ask = element("button", { type: "button", class: "button--quiet", onclick: () => void this.search(text) });
    ask.textContent = this.vocabulary.text("beyond", { text });
    this.root.append(ask);
  }

  private async search(text: string): Promise<void> {
    try {
      const things = await this.source.search(text);
      const head = this.vocabulary.text(things.length ? "add" : "none", {});
      this.root.replaceChildren(
        element("p", { class: "quiet small" }, head),
        element("ul", { class: "plain" }, ...things.map((thing) => this.line(thing))),
      );
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  private line(thing: Network["things"][number]): HTMLElement {
    return element(
      "li",
      {},
      element("button", { type: "button", class: "board__link", onclick: () => this.bring(thing.id) }, thing.label),
      element("span", { class: "quiet small" }, ` ${thing.kindLabel}`),
    );
  }
}
