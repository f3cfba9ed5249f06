import { Parser, type Quad, type Term } from "n3";
import { localName, named, type Extras, type Network, type Thing } from "./network";
import type { Vocabulary } from "./vocabulary";

const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const EXTRAS: Record<string, keyof Extras> = {
  "http://purl.org/dc/terms/coverage": "place",
  "http://data.europa.eu/eli/ontology#id_local": "number",
};
const NAMES = [
  "http://www.w3.org/2000/01/rdf-schema#label",
  "http://www.w3.org/2004/02/skos/core#prefLabel",
  "http://purl.org/dc/terms/title",
  "http://xmlns.com/foaf/0.1/name",
];

/** The statements of N-Triples. */
export function parseTriples(text: string): Quad[] {
  return new Parser({ format: "N-Triples" }).parse(text);
}

/** The network in statements: types and names become parts of things, other literals are left out. */
export function networkOf(triples: Quad[], vocabulary: Vocabulary): Network {
  const types = new Map<string, string[]>();
  const names = new Map<string, [number, string][]>();
  const extras = new Map<string, Extras>();
  const ends = new Set<string>();
  const links: Network["links"] = [];
  for (const { subject, predicate, object } of triples) {
    const id = idOf(subject);
    if (predicate.value === RDF_TYPE) {
      types.set(id, [...(types.get(id) ?? []), object.value]);
      ends.add(id);
    } else if (EXTRAS[predicate.value] && object.termType === "Literal") {
      extras.set(id, { ...extras.get(id), [EXTRAS[predicate.value]!]: object.value });
      ends.add(id);
    } else if (NAMES.includes(predicate.value) && object.termType === "Literal") {
      const rank = NAMES.indexOf(predicate.value) + (object.language === vocabulary.words.language ? 0 : 10);
      names.set(id, [...(names.get(id) ?? []), [rank, object.value]]);
      ends.add(id);
    } else if (object.termType === "NamedNode" || object.termType === "BlankNode") {
      const short = vocabulary.short(predicate.value);
      const label = vocabulary.predicateLabel(short);
      links.push({ source: id, target: idOf(object), predicate: short, label });
      ends.add(id).add(idOf(object));
    } else {
      ends.add(id);
    }
  }
  const things = [...ends].map((id): Thing => {
    const best = (names.get(id) ?? []).sort(([a], [b]) => a - b)[0];
    const kind = vocabulary.kindOf(types.get(id) ?? []);
    return named(id, best?.[1] ?? (localName(id) || id), kind, extras.get(id) ?? {});
  });
  return { things, links };
}

function idOf(term: Term): string {
  return term.termType === "BlankNode" ? `_:${term.value}` : term.value;
}
