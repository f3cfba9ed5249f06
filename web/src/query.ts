// The page /query: an editor of SPARQL, and what the endpoint answers.
import { AnswerView } from "./sparql/answer";
import { Editor } from "./sparql/editor";
import { QueryError, runQuery } from "./sparql/endpoint";
import "./sparql/query.css";
import { pageWords } from "./sparql/words";

const DRAFT = "qpgraph-query";
const vocabulary = pageWords();
const form = document.querySelector<HTMLFormElement>("[data-query]")!;
const field = form.querySelector<HTMLTextAreaElement>("textarea")!;
const timeout = form.querySelector<HTMLSelectElement>("[name=timeout]")!;
const message = document.querySelector<HTMLElement>("[data-message]")!;
const root = document.querySelector<HTMLElement>("[data-answer]")!;
const button = (name: string) => form.querySelector<HTMLButtonElement>(`[data-act=${name}]`)!;

const named = form.dataset.query !== "";
const shared = new URLSearchParams(location.hash.slice(1));
if (shared.get("query")) field.value = shared.get("query")!;
else if (!named) field.value = sessionStorage.getItem(DRAFT) ?? field.value;
if (shared.get("timeout")) timeout.value = shared.get("timeout")!;

const editor = new Editor(field, vocabulary, () => void run());
const answer = new AnswerView({ root, vocabulary, worker: form.dataset.worker! });
let running: AbortController | undefined;

editor.onChange(() => {
  editor.clear();
  if (!named) sessionStorage.setItem(DRAFT, editor.value);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  void run();
});
button("stop").addEventListener("click", () => running?.abort());
button("share").addEventListener("click", () => void share());
button("share").hidden = false;
if (form.dataset.run || shared.get("query")) void run();

async function run(): Promise<void> {
  running?.abort();
  const turn = (running = new AbortController());
  const query = editor.value;
  busy(true);
  answer.clear();
  say(vocabulary.text("running"));
  const begin = performance.now();
  try {
    const found = await runQuery(query, timeout.value, turn.signal);
    const seconds = new Intl.NumberFormat(vocabulary.words.language, { maximumFractionDigits: 2 });
    say(vocabulary.text("done", { seconds: seconds.format((performance.now() - begin) / 1000) }));
    await answer.show(found, query, timeout.value);
  } catch (error) {
    if (turn === running) fail(error);
  } finally {
    if (turn === running) busy(false);
  }
}

function fail(error: unknown): void {
  if (error instanceof DOMException && error.name === "AbortError") return say(vocabulary.text("stopped"));
  if (!(error instanceof QueryError)) return say(vocabulary.text("offline"), true);
  say(error.message, true);
  message.lang = "en"; // the endpoint's own words
  if (error.line !== undefined) editor.mark(error.line, error.column ?? 1);
}

function say(text: string, wrong = false): void {
  message.textContent = text;
  message.removeAttribute("lang");
  message.classList.toggle("query-message--wrong", wrong);
}

function busy(yes: boolean): void {
  button("run").disabled = yes;
  button("stop").hidden = !yes;
}

/** The query goes behind `#`, which is never sent: no server's log has it, and it may be long. */
async function share(): Promise<void> {
  const hash = new URLSearchParams({ query: editor.value, ...(timeout.value ? { timeout: timeout.value } : {}) });
  history.replaceState(null, "", `/query#${hash}`);
  try {
    await navigator.clipboard.writeText(location.href);
    say(vocabulary.text("copied"));
  } catch {
    say(vocabulary.text("in-address"));
  }
}
