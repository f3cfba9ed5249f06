import { element } from "./element";
import { swatch } from "./legend";
import type { Thing } from "./network";
import type { Vocabulary } from "./vocabulary";

/** More lines than this are shown on demand: nobody reads thousands, and each costs. */
const STEP = 150;

/** The same as the picture, as a list: searched by typing, walked with the arrow keys. */
export class ThingList {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  private readonly options = element("ul", { class: "board__things plain", role: "listbox", tabindex: "0" });
  private readonly count = element("p", { class: "quiet small", role: "status" });
  private readonly more: HTMLButtonElement;
  private things: Thing[] = [];
  private found: Thing[] = [];
  private shown = STEP;
  private chosen: string | null = null;

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly choose: (id: string) => void,
    private readonly searched: (found: Set<string>, text: string) => void,
  ) {
    this.input = element("input", {
      type: "search",
      autocomplete: "off",
      "aria-label": vocabulary.text("find"),
      placeholder: vocabulary.text("find"),
      oninput: () => this.filter(),
    });
    this.more = element("button", { type: "button", class: "button--quiet", onclick: () => this.showMore() });
    this.more.textContent = vocabulary.text("more");
    this.options.setAttribute("aria-label", vocabulary.text("things"));
    this.options.addEventListener("keydown", (event) => this.walk(event));
    this.options.addEventListener("click", (event) => {
      const option = (event.target as Element).closest<HTMLElement>("[role=option]");
      if (option) this.choose(option.dataset.id!);
    });
    this.root = element("div", { class: "board__list" }, this.input, this.count, this.options, this.more);
  }

  refresh(things: Thing[]): void {
    const compare = new Intl.Collator(this.vocabulary.words.language, { numeric: true }).compare;
    this.things = [...things].sort((a, b) => compare(a.kindLabel, b.kindLabel) || compare(a.label, b.label));
    this.filter();
  }

  mark(id: string | null): void {
    this.chosen = id;
    this.options.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    const at = this.found.findIndex((thing) => thing.id === id);
    if (at >= this.shown) {
      this.shown = at + STEP;
      this.draw();
    }
    const option = this.optionOf(id);
    option?.setAttribute("aria-selected", "true");
    if (option) this.options.setAttribute("aria-activedescendant", option.id);
    else this.options.removeAttribute("aria-activedescendant");
    if (option) scrollWithin(this.options, option);
  }

  private filter(): void {
    const words = folded(this.input.value).split(/\s+/).filter(Boolean);
    this.found = this.things.filter((thing) => {
      const text = folded(`${thing.label} ${thing.kindLabel} ${thing.short ?? ""}`);
      return words.every((word) => text.includes(word));
    });
    this.shown = STEP;
    this.draw();
    this.searched(new Set(words.length ? this.found.map(({ id }) => id) : []), this.input.value.trim());
  }

  private showMore(): void {
    this.shown += STEP;
    this.draw();
  }

  private draw(): void {
    this.count.textContent = this.vocabulary.text("count", { n: this.found.length, all: this.things.length });
    this.options.replaceChildren(...this.found.slice(0, this.shown).map((thing, at) => this.option(thing, at)));
    this.options.hidden = !this.found.length;
    this.more.hidden = this.found.length <= this.shown;
    const option = this.optionOf(this.chosen);
    if (option) this.options.setAttribute("aria-activedescendant", option.id);
    else this.options.removeAttribute("aria-activedescendant");
  }

  private option(thing: Thing, at: number): HTMLElement {
    return element(
      "li",
      {
        role: "option",
        id: `thing-${at}`,
        "data-id": thing.id,
        "aria-selected": String(thing.id === this.chosen),
      },
      swatch(thing.kind),
      element("span", {}, thing.label),
      element("span", { class: "quiet small" }, [thing.kindLabel, thing.short].filter(Boolean).join(" · ")),
    );
  }

  private optionOf(id: string | null): HTMLElement | null {
    return id ? this.options.querySelector(`[data-id="${CSS.escape(id)}"]`) : null;
  }

  private walk(event: KeyboardEvent): void {
    const at = this.found.findIndex(({ id }) => id === this.chosen);
    const last = this.found.length - 1;
    const next = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const thing = this.found[next];
    if (thing) this.choose(thing.id);
  }
}

/** Without case and diacritics, as people type. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** Scrolls only the list, never the page. */
function scrollWithin(list: HTMLElement, item: HTMLElement): void {
  const above = item.offsetTop - list.scrollTop;
  if (above < 0) list.scrollTop = item.offsetTop;
  else if (above + item.offsetHeight > list.clientHeight) {
    list.scrollTop = item.offsetTop + item.offsetHeight - list.clientHeight;
  }
}
