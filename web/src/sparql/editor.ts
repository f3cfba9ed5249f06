import Yasqe from "@zazuko/yasqe";
import "@zazuko/yasqe/build/yasqe.min.css";
import type { Vocabulary } from "../graph/vocabulary";
import { fetchTerms, type Terms } from "./terms";

type Completer = (typeof Yasqe.Autocompleters)[string];

/** The editor of SPARQL: YASQE with the project's prefixes and terms. */
export class Editor {
  private readonly yasqe: Yasqe;
  private marks: { clear(): void }[] = [];

  /** Takes the place of a text field; `run` is called by Ctrl+Enter. */
  constructor(
    private readonly field: HTMLTextAreaElement,
    vocabulary: Vocabulary,
    run: () => void,
  ) {
    const host = document.createElement("div");
    host.className = "editor";
    field.after(host);
    complete(vocabulary, fetchTerms());
    this.yasqe = new Yasqe(host, {
      value: field.value,
      persistenceId: null,
      consumeShareLink: null,
      createShareableLink: null as never,
      showQueryButton: false,
      resizeable: false,
      editorHeight: "auto",
      prefixCcApi: null,
      viewportMargin: Infinity,
      screenReaderLabel: field.getAttribute("aria-label") ?? "",
      extraKeys: {
        // The tab key leaves the field, as everywhere: indenting by it would hold keyboard users in.
        Tab: false as never,
        "Shift-Tab": false as never,
        "Ctrl-Space": () => this.yasqe.autocomplete(),
        "Ctrl-/": () => this.yasqe.commentLines(),
        "Shift-Ctrl-F": () => this.yasqe.autoformat(),
        "Ctrl-Enter": run,
        "Cmd-Enter": run,
        "Ctrl-S": () => undefined,
      },
      requestConfig: { endpoint: "/sparql" },
    });
    field.hidden = true;
    this.yasqe.getInputField().setAttribute("aria-label", field.getAttribute("aria-label") ?? "");
    this.yasqe.getInputField().id = "query-input";
  }

  get value(): string {
    return this.yasqe.getValue();
  }

  set value(text: string) {
    this.clear();
    this.yasqe.setValue(text);
    this.field.value = text;
  }

  /** Marks the place of an error, counted from 1 as the endpoint does, and goes there. */
  mark(line: number, column: number): void {
    this.clear();
    const document = this.yasqe.getDoc();
    const at = { line: Math.min(line, document.lineCount()) - 1, ch: Math.max(column - 1, 0) };
    const length = document.getLine(at.line).length;
    const from = { line: at.line, ch: Math.min(at.ch, Math.max(length - 1, 0)) };
    this.marks.push(document.markText(from, { line: at.line, ch: from.ch + 1 }, { className: "editor__error" }));
    this.yasqe.addLineClass(at.line, "background", "editor__error-line");
    this.marks.push({ clear: () => void this.yasqe.removeLineClass(at.line, "background", "editor__error-line") });
    document.setCursor(from);
  }

  clear(): void {
    for (const mark of this.marks) mark.clear();
    this.marks = [];
  }

  focus(): void {
    this.yasqe.focus();
  }

  onChange(act: () => void): void {
    this.yasqe.on("change", act);
  }
}

/** Completion from the ontology and the data instead of from the web. */
function complete(vocabulary: Vocabulary, terms: Promise<Terms>): void {
  const prefixes = Object.entries(vocabulary.words.prefixes).map(([prefix, start]) => `${prefix}: <${start}>`);
  const own: [string, string, Completer["get"]][] = [
    ["prefixes", "own-prefixes", () => prefixes],
    ["class", "own-classes", async () => (await terms).classes],
    ["property", "own-properties", async () => (await terms).properties],
  ];
  for (const [from, name, get] of own) {
    if (Yasqe.Autocompleters[name]) continue;
    Yasqe.forkAutocompleter(from, { name, get, bulk: true, autoShow: true, persistenceId: null }, false);
  }
  Yasqe.defaults.autocompleters = [...own.map(([, name]) => name), "variables"]; // the rest ask other hosts
}
