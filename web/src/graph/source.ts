import type { Network } from "./network";
import { networkOf, parseTriples } from "./triples";
import type { Vocabulary } from "./vocabulary";

/** More of one thing's neighbours would hide the picture rather than make it. */
const NEIGHBOURS_MAX = 400;
const BATCH = 200;

/** What went wrong, in words for the reader. */
export class SourceError extends Error {}

/** An edge or node of Cytoscape's JSON as `/export/cytoscape` writes it. */
interface Element {
  data: Record<string, string>;
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
    const things = elements.nodes.map(({ data }) => ({
      id: data.iri ?? data.id!,
      label: data.label!,
      kind: data.class!,
      kindLabel: data.class_label!,
    }));
    const links = elements.edges.map(({ data }) => ({
      source: data.source!,
      target: data.target!,
      predicate: data.kind!,
      label: data.label!,
      ...(data.point ? { point: data.point } : {}),
    }));
    return { things, links };
  }

  /** What is one link away from things. */
  async neighbours(addresses: string[]): Promise<Network> {
    const parts: Network[] = [];
    for (let at = 0; at < addresses.length; at += BATCH) {
      const batch = addresses.slice(at, at + BATCH).filter(isAddress);
      if (batch.length) parts.push(await this.ask(bound(this.vocabulary.words.queries.neighbours, batch)));
    }
    const things = parts.flatMap((part) => part.things);
    const links = parts.flatMap((part) => part.links);
    if (addresses.length > 1) return { things, links };
    const kept = new Set([...addresses, ...things.map(({ id }) => id).slice(0, NEIGHBOURS_MAX)]);
    return {
      things: things.filter(({ id }) => kept.has(id)),
      links: links.filter(({ source, target }) => kept.has(source) && kept.has(target)),
      cut: kept.size < things.length,
    };
  }

  /** Things up to some links away, step by step. */
  async around(address: string, depth: number): Promise<Network> {
    let network = await this.neighbours([address]);
    const asked = new Set([address]);
    for (let step = 1; step < depth; step += 1) {
      const next = network.things.map(({ id }) => id).filter((id) => !asked.has(id));
      next.forEach((id) => asked.add(id));
      const more = await this.neighbours(next);
      network = { things: [...network.things, ...more.things], links: [...network.links, ...more.links] };
    }
    if (!network.things.length) throw new SourceError(this.vocabulary.text("nothing", { address }));
    return network;
  }

  /** The names and classes of things, for networks that come without. */
  async names(addresses: string[]): Promise<Network> {
    const things: Network["things"] = [];
    const wanted = addresses.filter(isAddress);
    for (let at = 0; at < wanted.length; at += BATCH) {
      const batch = wanted.slice(at, at + BATCH);
      things.push(...(await this.ask(bound(this.vocabulary.words.queries.names, batch))).things);
    }
    return { things, links: [] };
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

  private async ask(query: string): Promise<Network> {
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

function bound(query: string, addresses: string[]): string {
  return query.replace("{ UNDEF }", `{ ${addresses.map((address) => `<${address}>`).join(" ")} }`);
}

/** Whether a text can stand between `<` and `>` in SPARQL (SPARQL 1.1, IRIREF); blank nodes can't. */
function isAddress(text: string): boolean {
  return !text.startsWith("_:") && !/[\x00-\x20<>"{}|^`\\]/.test(text);
}
