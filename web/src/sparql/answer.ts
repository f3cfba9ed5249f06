import { element } from "../graph/element";
import type { Network } from "../graph/network";
import { networkOf, parseTriples } from "../graph/triples";
import type { Vocabulary } from "../graph/vocabulary";
import { answerAddress, type Answer, type Term } from "./endpoint";
import { table } from "./table";

const SOLUTIONS = ["csv", "json", "tsv", "xml"];
const GRAPHS = ["ttl", "nt", "jsonld", "rdf"];
/** Servers take no longer addresses; what is longer must be asked for by a program. */
const ADDRESS_MAX = 8000;

/** The place of the answer, and what it is made with. */
export interface Setting {
  root: HTMLElement;
  vocabulary: Vocabulary;
  worker: string;
}

/** Shows answers: solutions as a table, graphs as a picture or a table. */
export class AnswerView {
  private board: { destroy(): void } | undefined;

  constructor(private readonly setting: Setting) {}

  clear(): void {
    this.board?.destroy();
    this.board = undefined;
    this.setting.root.replaceChildren();
  }

  async show(answer: Answer, query: string, timeout: string): Promise<void> {
    this.clear();
    const { root, vocabulary } = this.setting;
    if (answer.kind === "boolean") {
      root.append(element("p", { class: "lead" }, vocabulary.text(answer.value ? "true" : "false")));
      return;
    }
    if (answer.kind === "solutions") {
      const rows = answer.rows.map((row) => answer.variables.map((name) => row[name]));
      root.append(this.files(query, timeout, SOLUTIONS), table(answer.variables, rows, vocabulary));
      return;
    }
    await this.showGraph(answer.triples, query, timeout);
  }

  private async showGraph(text: string, query: string, timeout: string): Promise<void> {
    const { root, vocabulary } = this.setting;
    const triples = parseTriples(text);
    const network = networkOf(triples, vocabulary);
    const rows = triples.map(({ subject, predicate, object }) => [subject, predicate, object].map(termOf));
    const place = element("div");
    const showTable = () => {
      this.board?.destroy();
      this.board = undefined;
      place.className = "";
      place.replaceChildren(table(["subject", "predicate", "object"], rows, vocabulary));
    };
    const choice = (name: string, show: () => void, checked: boolean) =>
      element(
        "label",
        {},
        element("input", { type: "radio", name: "answer-as", value: name, checked, onchange: show }),
        vocabulary.text(`as.${name}`),
      );
    const drawn = network.links.length > 0;
    const choices = element("fieldset", { class: "answer__as" }, element("legend", {}, vocabulary.text("as")));
    choices.append(choice("graph", () => void this.draw(place, network), drawn), choice("table", showTable, !drawn));
    root.append(element("div", { class: "answer__bar" }, choices, this.files(query, timeout, GRAPHS)), place);
    if (drawn) await this.draw(place, network);
    else showTable();
  }

  /** The picture's script is fetched only now: most queries have no use for it. */
  private async draw(place: HTMLElement, network: Network): Promise<void> {
    const { vocabulary, worker } = this.setting;
    const { Board } = await import("../graph/board");
    place.replaceChildren();
    const board = new Board(place, vocabulary, { worker, everything: true, remembered: false, title: "qpgraph" });
    this.board = board;
    await board.start(await named(network, board.source));
  }

  private files(query: string, timeout: string, formats: string[]): HTMLElement {
    const { vocabulary } = this.setting;
    const line = element("p", { class: "answer__files small" }, `${vocabulary.text("files")} `);
    for (const format of formats) {
      const address = answerAddress(query, timeout, format);
      if (address.length > ADDRESS_MAX) return element("p", { class: "quiet small" }, vocabulary.text("long"));
      line.append(element("a", { href: address, download: `qpgraph.${format}` }, format.toUpperCase()), " ");
    }
    return line;
  }
}

/** Names and classes for the things of an answer that came without. */
async function named(
  network: Network,
  source: { names(addresses: string[]): Promise<Network> },
): Promise<Network> {
  const bare = network.things.filter((thing) => thing.kind === "Resource").map(({ id }) => id);
  const known = await source.names(bare.filter((id) => !id.startsWith("_:"))).catch(() => ({ things: [] }));
  const found = new Map(known.things.map((thing) => [thing.id, thing]));
  return { ...network, things: network.things.map((thing) => found.get(thing.id) ?? thing) };
}

function termOf(term: { termType: string; value: string; language?: string; datatype?: { value: string } }): Term {
  if (term.termType === "NamedNode") return { type: "uri", value: term.value };
  if (term.termType === "BlankNode") return { type: "bnode", value: term.value };
  const language = term.language ? { "xml:lang": term.language } : {};
  return { type: "literal", value: term.value, ...language, ...(term.datatype ? { datatype: term.datatype.value } : {}) };
}
