import { Vocabulary, type Words } from "../graph/vocabulary";

/** The words that the page carries for its scripts. */
export function pageWords(): Vocabulary {
  return new Vocabulary(JSON.parse(document.querySelector("#graph-words")!.textContent!) as Words);
}
