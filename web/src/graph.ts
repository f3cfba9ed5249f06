// The page /graph: draws what its address asks for.
import { Board } from "./graph/board";
import { Vocabulary, type Words } from "./graph/vocabulary";

const FILTERS = ["view", "plan", "province", "theme", "class", "agency", "year"];

const root = document.querySelector<HTMLElement>("[data-graph]")!;
const words = JSON.parse(document.querySelector("#graph-words")!.textContent!) as Words;
const vocabulary = new Vocabulary(words);

keepState();
void start();

async function start(): Promise<void> {
  const title = document.title.split(" · ")[0]!;
  const board = new Board(root, vocabulary, { worker: root.dataset.worker!, everything: false, remembered: true, title });
  const wanted = new URLSearchParams(root.dataset.wanted);
  const around = wanted.get("around") ?? "";
  board.say(vocabulary.text("wait"));
  try {
    const alone = around && !FILTERS.some((name) => wanted.get(name));
    const depth = Number(wanted.get("depth") ?? 1);
    const network = alone ? await board.source.around(around, depth) : await board.source.part(wanted);
    board.say("");
    await board.start(network, around || undefined);
  } catch (error) {
    board.say(error instanceof Error ? error.message : String(error), true);
  }
}

/** The same picture in the other language. */
function keepState(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[hreflang]")) {
    link.addEventListener("click", () => void (link.hash = location.hash));
  }
}
