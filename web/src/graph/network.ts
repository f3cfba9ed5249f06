/** A node: its address (or `_:…`), its label, its class by name and in words. */
export interface Thing {
  id: string;
  label: string;
  kind: string;
  kindLabel: string;
  /** What to write in the picture instead of the label. */
  short?: string;
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

/** What else is known of a thing that its name may need. */
export interface Extras {
  place?: string | undefined;
  number?: string | undefined;
}

/** A thing with a name that tells it from others, and, for acts, the short one that all know: the number. */
export function named(id: string, label: string, kind: { kind: string; kindLabel: string }, extras: Extras): Thing {
  const { place, number } = extras;
  const same = /^Agency(Group)?$/.test(kind.kind) && place && !label.includes(place);
  const thing = { id, label: same ? `${label} · ${place}` : label, ...kind };
  if (kind.kind === "Plan" && place) return { ...thing, short: [place, number].filter(Boolean).join(" · ") };
  return number && /^Legal/.test(kind.kind) ? { ...thing, short: number } : thing;
}
