import { element } from "../graph/element";
import { localName } from "../graph/network";
import type { Vocabulary } from "../graph/vocabulary";
import type { Term } from "./endpoint";

/** More rows than this are shown on demand. */
const STEP = 200;
const NUMBERS = /#(integer|decimal|double|float|int|long|gYear|nonNegativeInteger)$/;

/** Rows as a table: addresses are links to their pages, literals say their language. */
export function table(columns: string[], rows: (Term | undefined)[][], vocabulary: Vocabulary): HTMLElement {
  const body = element("tbody");
  const more = element("button", { type: "button", class: "button--quiet" }, vocabulary.text("table.more"));
  let shown = 0;
  const show = () => {
    const next = rows.slice(shown, shown + STEP);
    body.append(...next.map((row) => element("tr", {}, ...row.map((term) => cell(term, vocabulary)))));
    shown += next.length;
    more.hidden = shown >= rows.length;
  };
  more.addEventListener("click", show);
  show();
  const head = element("tr", {}, ...columns.map((name) => element("th", { scope: "col" }, name)));
  const caption = element("caption", {}, vocabulary.text("table.caption", { n: rows.length }));
  return element(
    "div",
    {},
    element(
      "div",
      { class: "answer__table", tabindex: "0", role: "region", "aria-label": vocabulary.text("table") },
      element("table", {}, caption, element("thead", {}, head), body),
    ),
    more,
  );
}

function cell(term: Term | undefined, vocabulary: Vocabulary): HTMLElement {
  if (!term) return element("td");
  if (term.type === "uri") return element("td", {}, link(term.value, vocabulary));
  if (term.type === "bnode") return element("td", { class: "quiet" }, `_:${term.value}`);
  const language = term["xml:lang"];
  if (language) {
    return element("td", { lang: language }, term.value, element("span", { class: "quiet small" }, ` @${language}`));
  }
  return element("td", term.datatype && NUMBERS.test(term.datatype) ? { class: "number" } : {}, term.value);
}

function link(address: string, vocabulary: Vocabulary): HTMLElement {
  if (!/^https?:/.test(address)) return element("span", {}, address);
  const page = vocabulary.page(address);
  const short = page === address ? vocabulary.short(address) : vocabulary.brief(address);
  return element("a", { href: page, title: address }, readable(short) || localName(address));
}

function readable(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
