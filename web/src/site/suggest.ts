// Completion of search boxes: an ARIA combobox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).

interface Suggestion {
  text: string;
  kind: string;
  iri: string | null;
}

const PAUSE = 120; // ms without typing before the service is asked
const SHOWN = 8;

/** Gives every `input[data-suggest]` a list of suggestions. */
export function suggestEverywhere(): void {
  document.querySelectorAll<HTMLInputElement>("input[data-suggest]").forEach((input) => new Combobox(input));
}

class Combobox {
  private readonly list = document.createElement("ul");
  private readonly kinds: Record<string, string>;
  private found: Suggestion[] = [];
  private chosen = -1;
  private timer = 0;
  private asked = new AbortController();

  constructor(private readonly input: HTMLInputElement) {
    this.kinds = JSON.parse(input.dataset.suggestKinds ?? "{}");
    this.list.id = `${input.id}-suggestions`;
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.dataset.suggestLabel ?? "");
    input.parentElement!.append(this.list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.list.id);
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), PAUSE);
  }

  private async ask(): Promise<void> {
    const typed = this.input.value.trim();
    this.asked.abort();
    if (!typed) return this.close();
    this.asked = new AbortController();
    try {
      const address = `/suggest?${new URLSearchParams({ q: typed, k: String(SHOWN) })}`;
      const response = await fetch(address, { signal: this.asked.signal, headers: { accept: "application/json" } });
      if (response.ok) this.show((await response.json()).suggestions);
    } catch {
      // typed on, or no service: the box works without suggestions
    }
  }

  private show(found: Suggestion[]): void {
    this.found = found;
    this.chosen = -1;
    this.list.replaceChildren(...found.map((each, place) => this.option(each, place)));
    this.list.hidden = found.length === 0;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  private option(each: Suggestion, place: number): HTMLLIElement {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${place}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const text = document.createElement("span");
    text.textContent = each.text;
    const kind = document.createElement("span");
    kind.className = "suggestions__kind";
    kind.textContent = this.kinds[each.kind] ?? "";
    item.append(text, kind);
    item.addEventListener("mousedown", (event) => event.preventDefault());
    item.addEventListener("click", () => this.take(place));
    return item;
  }

  private key(event: KeyboardEvent): void {
    const count = this.found.length;
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      event.preventDefault();
      this.list.hidden = false;
      this.mark((this.chosen + (event.key === "ArrowDown" ? 1 : count) + (this.chosen < 0 && event.key === "ArrowUp" ? 1 : 0)) % count);
    } else if (event.key === "Enter" && this.chosen >= 0 && !this.list.hidden) {
      event.preventDefault();
      this.take(this.chosen);
    }
  }

  private mark(place: number): void {
    this.chosen = place;
    Array.from(this.list.children).forEach((item, at) => item.setAttribute("aria-selected", String(at === place)));
    const item = this.list.children[place];
    if (!item) return;
    item.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", item.id);
    this.input.setAttribute("aria-expanded", "true");
  }

  /** Goes to the thing, or searches for the words where they name none. */
  private take(place: number): void {
    const each = this.found[place];
    if (!each) return;
    this.close();
    const path = each.iri && localPath(each.iri);
    if (path) {
      location.assign(path);
    } else {
      this.input.value = each.text;
      this.input.form?.requestSubmit();
    }
  }

  private close(): void {
    this.list.hidden = true;
    this.chosen = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

/** The path of a thing's page on this service. */
export function localPath(iri: string): string | null {
  const place = iri.indexOf("/id/");
  return place < 0 ? null : encodeURI(iri.slice(place));
}
