/** A node: its address (or `_:…`), its label, its class by name and in words. */
export interface Thing {
  id: string;
  label: string;
  kind: string;
  kindLabel: string;
}

/** An edge; `predicate` is a name with prefix (`qp:lead`), `label` its words, `point` the point of a plan that says it. */
export interface Link {
  source: string;
  target: string;
  predicate: string;
  label: string;
  point?: string;
}

export interface Network {
  things: Thing[];
  links: Link[];
  /** Whether there is more of it than was taken. */
  cut?: boolean;
}

export const OTHER_KIND = "Resource";

/** The last part of an address. */
export function localName(address: string): string {
  return decoded(address.replace(/[/#]+$/, "").replace(/^.*[/#]/s, ""));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The same office is in every province: its name alone doesn't tell which. */
export function placed(label: string, kind: string, place: string | undefined): string {
  return place && /^Agency(Group)?$/.test(kind) && !label.includes(place) ? `${label} · ${place}` : label;
}
