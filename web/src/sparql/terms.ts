import { runQuery } from "./endpoint";
import query from "./terms.rq?raw";

/** The classes and properties that the ontology defines or the data use. */
export interface Terms {
  classes: string[];
  properties: string[];
}

export async function fetchTerms(): Promise<Terms> {
  try {
    const answer = await runQuery(query, "", new AbortController().signal);
    const rows = answer.kind === "solutions" ? answer.rows : [];
    const of = (kind: string) => rows.filter((row) => row.kind?.value === kind).map((row) => row.term!.value);
    return { classes: of("class"), properties: of("property") };
  } catch {
    return { classes: [], properties: [] }; // an editor without completion is still one
  }
}
