import type { Vocabulary } from "./vocabulary";

/** What a link must carry to show a graph again; filters stand in the address before it. */
export interface State {
  layout: string;
  /** Things opened, in their order; added ones; hidden ones. */
  open: string[];
  add: string[];
  hide: string[];
  /** Classes and predicates switched against what holds at first. */
  kinds: string[];
  links: string[];
  names: boolean;
  at: string;
}

const LISTS = ["open", "add", "hide", "kinds", "links"] as const;

/** The part of an address behind `#`. */
export function written(state: State, vocabulary: Vocabulary): string {
  const parameters = new URLSearchParams();
  if (state.layout !== "force") parameters.set("layout", state.layout);
  for (const list of LISTS) for (const each of state[list]) parameters.append(list, vocabulary.brief(each));
  if (state.names) parameters.set("names", "1");
  if (state.at) parameters.set("at", vocabulary.brief(state.at));
  return parameters.toString();
}

export function readState(hash: string, vocabulary: Vocabulary): State {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const things = (name: string) => parameters.getAll(name).map((each) => vocabulary.full(each));
  const at = parameters.get("at");
  return {
    layout: parameters.get("layout") ?? "force",
    open: things("open"),
    add: things("add"),
    hide: things("hide"),
    kinds: parameters.getAll("kinds"),
    links: parameters.getAll("links"),
    names: parameters.get("names") === "1",
    at: at ? vocabulary.full(at) : "",
  };
}
