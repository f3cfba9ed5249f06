import { named, type Network } from "./network";
import { networkOf, parseTriples } from "./triples";
import type { Vocabulary } from "./vocabulary";

/** More of one thing's neighbours would hide the picture rather than make it. */
const NEIGHBOURS_MAX = 400;
const BATCH = 200;

/** What went wrong, in words for the reader. */
export class SourceError extends Error {}

/** An edge or node of Cytoscape's JSON as `/export/cytoscape` writes it. */
interface Element {
  data: Record<string, string> & { province?: string[] };
}

/** Fetches parts of the graph from the service that this page comes from. */
export class Source {
  constructor(private readonly vocabulary: Vocabulary) {}

  /** What filters leave: the parameters are those of `/export/{format}`. */
  async part(filters: URLSearchParams): Promise<Network> {
    const wanted = new URLSearchParams(filters);
    wanted.set("lang", this.vocabulary.words.language);
    const answer = await this.fetch(`/export/cytoscape?${wanted}`, { headers: { Accept: "application/json" } });
    const { elements } = (await answer.json()) as { elements: { nodes: Element[]; edges: Element[] } };
    const things = elements.nodes.map(({ data }) =>
      named(
        data.id!,
        data.label!,
        { kind: data.class!, kindLabel: data.class_label! },
        { place: data.province?.[0], number: data.id_local },
      ),
    );
    const links = elements.edges.map(({ data }) => ({
      source: data.source!,
      target: data.target!,
      predicate: data.kind!,
      label: data.label!,
      ...(data.point ? { point: data.point } : {}),
    }));
    return { things, links };
  }

  /** What is one link away from a thing; of very many neighbours only some. */
  async neighbours(address: string): Promise<Network> {
    const links = await this.links([address]);
    const others = [...new Set(links.flatMap(({ source, target }) => [source, target]))];
    const kept = new Set([address, ...others.slice(0, NEIGHBOURS_MAX)]);
    return {
      things: (await this.names([...kept])).things,
      links: links.filter(({ source, target }) => kept.has(source) && kept.has(target)),
      cut: kept.size < others.length,
    };
  }

  /** Things up to some links away, step by step. */
  async around(address: string, depth: number): Promise<Network> {
    const asked = new Set<string>();
    const links: Network["links"] = [];
    let next = [address];
    for (let step = 0; step < depth && next.length; step += 1) {
      next.forEach((each) => asked.add(each));
      const found = await this.links(next);
      links.push(...found);
      next = [...new Set(found.flatMap(({ source, target }) => [source, target]))].filter((each) => !asked.has(each));
    }
    const { things } = await this.names([...asked, ...next]);
    if (!things.length) throw new SourceError(this.vocabulary.text("nothing", { address }));
    return { things, links };
  }

  /** The names and classes of things, for networks that come without. */
  async names(addresses: string[]): Promise<Network> {
    return { things: (await this.inBatches("names", addresses)).flatMap(({ things }) => things), links: [] };
  }

  /** Things that a text finds, by the site's search. */
  async search(text: string): Promise<Network["things"]> {
    const answer = await this.fetch(`/search?${new URLSearchParams({ q: text, k: "8" })}`, {
      headers: { Accept: "application/json" },
    });
    const { hits } = (await answer.json()) as { hits: Record<string, string | null>[] };
    const label = `label_${this.vocabulary.words.language}`;
    return hits.map((hit) => ({
      id: hit.iri!,
      label: hit[label] ?? hit.label_vi ?? hit.ref ?? hit.iri!,
      kind: "",
      kindLabel: hit.province ?? "",
    }));
  }

  private async links(addresses: string[]): Promise<Network["links"]> {
    return (await this.inBatches("neighbours", addresses)).flatMap(({ links }) => links);
  }

  private async inBatches(name: "neighbours" | "names", addresses: string[]): Promise<Network[]> {
    const wanted = addresses.filter(isAddress);
    const parts: Network[] = [];
    for (let at = 0; at < wanted.length; at += BATCH) parts.push(await this.ask(name, wanted.slice(at, at + BATCH)));
    return parts;
  }

  private async ask(name: "neighbours" | "names", addresses: string[]): Promise<Network> {
    const { queries, language } = this.vocabulary.words;
    const things = addresses.map((address) => `<${address}>`).join(" ");
    const query = bound(bound(queries[name], "thing", things), "lang", `"${language}"`);
    const answer = await this.fetch("/sparql", {
      method: "POST",
      body: new URLSearchParams({ query }),
      headers: { Accept: "application/n-triples" },
    });
    return networkOf(parseTriples(await answer.text()), this.vocabulary);
  }

  private async fetch(address: string, options: RequestInit): Promise<Response> {
    let answer: Response;
    try {
      answer = await fetch(address, options);
    } catch {
      throw new SourceError(this.vocabulary.text("offline"));
    }
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
    throw new SourceError(problem.detail ?? `${answer.status} ${answer.statusText}`);
  }
}

/** A query with terms in the place that it leaves open for a parameter. */
function bound(query: string, name: string, terms: string): string {
  return query.replace(`VALUES ?_${name} { UNDEF }`, () => `VALUES ?_${name} { ${terms} }`);
}

/** Whether a text can stand between `<` and `>` in SPARQL (SPARQL 1.1, IRIREF); blank nodes can't. */
function isAddress(text: string): boolean {
  return !text.startsWith("_:") && !/[\x00-\x20<>"{}|^`\\]/.test(text);
}
