import { bar } from "./bar";
import { Beyond } from "./beyond";
import { Contents } from "./contents";
import { Details } from "./details";
import { Drawing } from "./drawing";
import { element } from "./element";
import "./graph.css";
import kinds from "./kinds.json";
import { isLayout, LAYOUTS, type LayoutName } from "./layouts";
import { Legend } from "./legend";
import { ThingList } from "./list";
import { shadeOf } from "./look";
import type { Network } from "./network";
import { png, save, svg } from "./picture";
import predicates from "./predicates.json";
import { Source } from "./source";
import { readState, written, type State } from "./state";
import type { Vocabulary } from "./vocabulary";

/** What a board is for. */
export interface Purpose {
  /** The built `src/force.ts`. */
  worker: string;
  /** Whether all classes and links are shown at first, and nothing is fetched beside. */
  everything: boolean;
  /** Whether the page's address tells what is shown. */
  remembered: boolean;
  /** Files' name, and the title of an SVG. */
  title: string;
}

/** The whole: the picture, the list beside it, what is chosen, the legend, and the buttons above. */
export class Board {
  readonly contents: Contents;
  readonly drawing: Drawing;
  readonly source: Source;
  private readonly picture = element("div", { class: "board__picture", role: "img" });
  private readonly message = element("p", { class: "board__message", role: "status" });
  private readonly beyond: Beyond;
  private readonly list: ThingList;
  private readonly details: Details;
  private readonly legend: Legend;
  private readonly layouts: HTMLSelectElement;
  private readonly named: HTMLInputElement;
  private readonly added: string[] = [];
  private chosen: string | null = null;

  constructor(
    root: HTMLElement,
    private readonly vocabulary: Vocabulary,
    private readonly purpose: Purpose,
  ) {
    const { everything } = purpose;
    this.contents = new Contents(everything);
    this.source = new Source(vocabulary);
    this.layouts = element(
      "select",
      { "aria-label": this.t("layout"), onchange: () => this.arrange(this.layouts.value as LayoutName) },
      ...LAYOUTS.map((name) => element("option", { value: name }, this.t(`layout.${name}`))),
    );
    this.named = element("input", { type: "checkbox", name: "names", onchange: () => this.nameLines() });
    this.list = new ThingList(
      vocabulary,
      (id) => this.choose(id, true),
      (found, text) => this.searched(found, text),
    );
    const say = (text: string) => this.say(text, true);
    this.beyond = new Beyond(vocabulary, this.source, (id) => void this.bring(id), say);
    this.legend = new Legend(this.contents, vocabulary, () => this.refresh());
    const actions = {
      choose: (id: string) => this.choose(id, true),
      open: (id: string) => void this.open(id),
      close: (id: string) => this.close(id),
      hide: (id: string) => this.hide(id),
      only: (id: string) => this.only(id),
    };
    this.details = new Details(this.contents, vocabulary, actions, true);
    root.replaceChildren(bar(this, vocabulary, this.layouts, this.named, purpose.remembered), this.message, this.picture, this.side());
    root.classList.add("board");
    this.drawing = new Drawing(this.picture, this.contents, purpose.worker, {
      chosen: (id) => this.choose(id, false),
      opened: (id) => void this.open(id),
    });
    this.details.show(null);
  }

  /** Shows a network, as the page's address says it was left. */
  async start(network: Network, middle?: string): Promise<void> {
    const state = this.purpose.remembered ? readState(location.hash, this.vocabulary) : undefined;
    this.contents.add(network);
    if (middle) {
      this.contents.insist(middle);
      this.contents.opened.add(middle);
    }
    if (state) await this.restore(state);
    this.refresh(undefined, 1);
    const at = state?.at || middle;
    if (at) this.choose(at, false);
    if (network.cut) this.say(this.t("cut"));
  }

  /** Brings the neighbours of a thing. */
  async open(id: string): Promise<void> {
    if (this.contents.opened.has(id) || id.startsWith("_:")) return;
    this.say(this.t("wait"));
    try {
      const network = await this.source.neighbours(id);
      const fresh = this.contents.add(network, id);
      this.refresh(id, 0.4);
      this.say(network.cut ? this.t("cut") : this.t("brought", { n: fresh.length }));
    } catch (error) {
      this.say(error instanceof Error ? error.message : String(error), true);
    }
  }

  /** Adds a thing from elsewhere in the graph. */
  async bring(id: string): Promise<void> {
    if (!this.contents.things.has(id)) {
      this.contents.add(await this.source.names([id]));
      this.contents.add({ things: [], links: (await this.source.neighbours(id)).links });
      this.added.push(id);
    }
    this.contents.insist(id);
    this.refresh(undefined, 0.4);
    this.choose(id, true);
  }

  choose(id: string | null, move: boolean): void {
    this.chosen = id;
    this.drawing.choose(id);
    this.list.mark(id);
    this.details.show(id);
    if (id && move) this.drawing.show(id);
    this.remember();
  }

  say(text: string, wrong = false): void {
    this.message.textContent = text;
    this.message.classList.toggle("board__message--wrong", wrong);
  }

  destroy(): void {
    this.drawing.destroy();
  }

  private t(key: string, values: Record<string, string | number> = {}): string {
    return this.vocabulary.text(key, values);
  }

  private refresh(near?: string, heat = 0.3): void {
    this.drawing.refresh(near, heat);
    const things = this.contents.shownThings();
    this.list.refresh(things);
    this.legend.refresh();
    this.details.show(this.chosen);
    this.list.mark(this.chosen);
    const lines = this.contents.shownLines().length;
    this.picture.setAttribute("aria-label", this.t("picture", { n: things.length, m: lines }));
    this.picture.dataset.things = String(things.length);
    this.picture.dataset.lines = String(lines);
    if (!things.length) this.say(this.t("empty"));
    this.remember();
  }

  private close(id: string): void {
    this.contents.close(id);
    this.refresh(undefined, 0.2);
  }

  private hide(id: string): void {
    this.contents.hidden.add(id);
    this.chosen = null;
    this.refresh(undefined, 0);
    this.say(this.t("hidden", { n: this.contents.hidden.size }));
  }

  private only(id: string): void {
    const kept = new Set([id, ...this.contents.linesOf(id).flatMap((line) => [line.source, line.target])]);
    for (const thing of this.contents.shownThings()) if (!kept.has(thing.id)) this.contents.hidden.add(thing.id);
    this.refresh(undefined, 0.6);
  }

  showAll(): void {
    this.contents.hidden.clear();
    this.refresh();
  }

  private arrange(layout: LayoutName): void {
    this.drawing.layout = layout;
    this.layouts.value = layout;
    this.drawing.arrange();
    this.remember();
  }

  private nameLines(): void {
    this.drawing.nameLines(this.named.checked);
    this.remember();
  }

  private searched(found: Set<string>, text: string): void {
    this.drawing?.find(found);
    this.beyond.offer(this.purpose.everything ? "" : text);
  }

  private side(): HTMLElement {
    return element(
      "div",
      { class: "board__side" },
      this.details.root,
      element("details", { open: true }, element("summary", {}, this.t("things")), this.list.root, this.beyond.root),
      element("details", { open: true }, element("summary", {}, this.t("legend")), this.legend.root),
    );
  }

  async savePng(): Promise<void> {
    save(await png(this.drawing.graph, shadeOf(this.picture)), `${this.purpose.title}.png`);
  }

  saveSvg(): void {
    const shown = new Set(this.contents.shownThings().map(({ kind }) => kind));
    const legend = this.contents.kindTallies().filter(({ name }) => shown.has(name));
    const entries = legend.map(({ name, label }): [string, string] => [name, label]);
    save(svg(this.drawing.graph, shadeOf(this.picture), entries, this.purpose.title), `${this.purpose.title}.svg`);
  }

  async copyLink(): Promise<void> {
    this.remember();
    try {
      await navigator.clipboard.writeText(location.href);
      this.say(this.t("copied"));
    } catch {
      this.say(location.href); // no clipboard without https: the address is there to be copied
    }
  }

  private async restore(state: State): Promise<void> {
    if (isLayout(state.layout)) this.drawing.layout = state.layout;
    this.layouts.value = this.drawing.layout;
    this.named.checked = state.names;
    this.drawing.nameLines(state.names);
    toggle(this.contents.offKinds, state.kinds);
    toggle(this.contents.offPredicates, state.links);
    try {
      for (const id of state.add) {
        this.contents.add(await this.source.names([id]));
        this.added.push(id);
      }
      for (const id of state.open) {
        if (!this.contents.opened.has(id)) this.contents.add(await this.source.neighbours(id), id);
      }
    } catch (error) {
      this.say(error instanceof Error ? error.message : String(error), true);
    }
    for (const id of state.hide) this.contents.hidden.add(id);
  }

  /** Writes into the page's address what is shown; nothing of it is sent to the service. */
  private remember(): void {
    if (!this.purpose.remembered) return;
    const state: State = {
      layout: this.drawing.layout,
      open: [...this.contents.opened],
      add: this.added,
      hide: [...this.contents.hidden],
      kinds: difference(this.contents.offKinds, kinds.off),
      links: difference(this.contents.offPredicates, predicates.off),
      names: this.named.checked,
      at: this.chosen ?? "",
    };
    const hash = written(state, this.vocabulary);
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }
}

function toggle(set: Set<string>, names: string[]): void {
  for (const name of names) if (!set.delete(name)) set.add(name);
}

function difference(now: Set<string>, first: string[]): string[] {
  return [...first.filter((name) => !now.has(name)), ...[...now].filter((name) => !first.includes(name))];
}
