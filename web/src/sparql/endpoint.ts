/** A solution's term, as SPARQL 1.1 Query Results JSON has it. */
export interface Term {
  type: "uri" | "literal" | "bnode" | "typed-literal";
  value: string;
  "xml:lang"?: string;
  datatype?: string;
}

export type Answer =
  | { kind: "solutions"; variables: string[]; rows: Record<string, Term>[] }
  | { kind: "boolean"; value: boolean }
  | { kind: "graph"; triples: string };

/** An error of the endpoint (RFC 9457), with the place in the query where it knows one. */
export class QueryError extends Error {
  constructor(
    message: string,
    readonly line?: number,
    readonly column?: number,
  ) {
    super(message);
  }
}

interface Problem {
  detail?: string;
  title?: string;
  line?: number;
  column?: number;
}

const ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9";

/** Runs a query on this site's endpoint. Raises `QueryError`; an abort stays what it is. */
export async function runQuery(query: string, timeout: string, signal: AbortSignal): Promise<Answer> {
  const body = new URLSearchParams({ query, ...(timeout ? { timeout } : {}) });
  const response = await fetch("/sparql", { method: "POST", body, headers: { Accept: ACCEPT }, signal });
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as Problem;
    const message = problem.detail ?? problem.title ?? `${response.status} ${response.statusText}`;
    throw new QueryError(message, problem.line, problem.column);
  }
  if (response.headers.get("Content-Type")?.startsWith("application/n-triples")) {
    return { kind: "graph", triples: await response.text() };
  }
  const found = (await response.json()) as {
    boolean?: boolean;
    head: { vars?: string[] };
    results?: { bindings: Record<string, Term>[] };
  };
  if (found.boolean !== undefined) return { kind: "boolean", value: found.boolean };
  return { kind: "solutions", variables: found.head.vars ?? [], rows: found.results?.bindings ?? [] };
}

/** Where an answer can be had as a file. */
export function answerAddress(query: string, timeout: string, format: string): string {
  return `/sparql?${new URLSearchParams({ query, ...(timeout ? { timeout } : {}), format })}`;
}
