import { localName, OTHER_KIND } from "./network";

/** What the page tells its script of classes, predicates and the queries to ask. */
export interface Words {
  language: string;
  /** The start of all the project's addresses. */
  base: string;
  prefixes: Record<string, string>;
  /** By address; the deeper a class, the more it says. */
  classes: Record<string, { label: string; depth: number }>;
  /** By name with prefix. */
  properties: Record<string, string>;
  /** SPARQL, with `VALUES ?_name { UNDEF }` where a parameter goes. */
  queries: Record<"neighbours" | "names", string>;
  texts: Record<string, string>;
}

/** The page's words: labels, short names, local addresses, texts. */
export class Vocabulary {
  private readonly numbers: Intl.NumberFormat;

  constructor(readonly words: Words) {
    this.numbers = new Intl.NumberFormat(words.language);
  }

  /** A text of the page with its `{places}` filled. */
  text(key: string, values: Record<string, string | number> = {}): string {
    const text = this.words.texts[key];
    if (text === undefined) throw new Error(`There is no text '${key}'`);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === "number" ? this.number(value) : (value ?? "");
    });
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  /** `qp:lead` for an address, where a prefix is known. */
  short(address: string): string {
    const found = Object.entries(this.words.prefixes).find(([, start]) => address.startsWith(start));
    return found ? `${found[0]}:${address.slice(found[1].length)}` : address;
  }

  predicateLabel(short: string): string {
    return this.words.properties[short] ?? localName(short.replace(/^\w+:/, "/"));
  }

  /** The class that says most of those that a thing has: name and label. */
  kindOf(addresses: string[]): { kind: string; kindLabel: string } {
    const known = addresses.filter((address) => this.words.classes[address]);
    const best = known.sort((a, b) => this.words.classes[b]!.depth - this.words.classes[a]!.depth)[0] ?? addresses[0];
    if (best === undefined) return { kind: OTHER_KIND, kindLabel: this.text("other") };
    return { kind: localName(best), kindLabel: this.words.classes[best]?.label ?? localName(best) };
  }

  /** Where this site shows a thing; elsewhere's addresses stay. */
  page(address: string): string {
    const start = this.words.base;
    return address.startsWith(`${start}id/`) ? `/${address.slice(start.length)}` : address;
  }

  /** A thing's address without the start that all have, for links. */
  brief(address: string): string {
    const start = `${this.words.base}id/`;
    return address.startsWith(start) ? address.slice(start.length) : address;
  }

  full(brief: string): string {
    return /^([a-z]+:|_:)/i.test(brief) ? brief : `${this.words.base}id/${brief}`;
  }
}
