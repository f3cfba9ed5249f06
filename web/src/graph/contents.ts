import kinds from "./kinds.json";
import type { Link, Network, Thing } from "./network";
import predicates from "./predicates.json";

/** Predicates that only say another one the other way round, for queries. */
const SAME = new Set(predicates.same);
const SYMMETRIC = new Set(predicates.symmetric);

/** A line to be drawn: all links of one predicate between two things; `points` say it. */
export interface Line extends Link {
  id: string;
  points: Set<string>;
}

/** How many there are of a class or of a predicate. */
export interface Tally {
  name: string;
  label: string;
  count: number;
}

/** All that a graph holds, and which of it is to be seen. Knows nothing of drawing. */
export class Contents {
  readonly things = new Map<string, Thing>();
  readonly lines = new Map<string, Line>();
  readonly hidden = new Set<string>();
  readonly opened = new Set<string>();
  readonly offKinds: Set<string>;
  readonly offPredicates: Set<string>;
  private readonly seeds = new Set<string>();
  /** Who brought a thing in by being opened. */
  private readonly broughtBy = new Map<string, string>();
  private readonly touching = new Map<string, Set<string>>();

  /** `everything`: nothing is left out, as when someone's own query says what to show. */
  constructor(private readonly everything = false) {
    this.offKinds = new Set(everything ? [] : kinds.off);
    this.offPredicates = new Set(everything ? [] : predicates.off);
  }

  /** Adds a network; `from` is the thing whose opening brought it. Returns the ids that are new. */
  add(network: Network, from?: string): string[] {
    const fresh = network.things.filter((thing) => !this.things.has(thing.id));
    for (const thing of fresh) {
      this.things.set(thing.id, thing);
      if (from === undefined) this.seeds.add(thing.id);
      else this.broughtBy.set(thing.id, from);
    }
    for (const link of network.links) this.addLink(link);
    if (from !== undefined) this.opened.add(from);
    return fresh.map((thing) => thing.id);
  }

  /** Takes away what opening a thing brought, and what that brought in turn. */
  close(id: string): void {
    this.opened.delete(id);
    for (const [brought, from] of [...this.broughtBy]) {
      if (from !== id) continue;
      if (this.opened.has(brought)) this.close(brought);
      this.remove(brought);
    }
  }

  /** Has a thing seen whatever its class: someone asked for this very one. */
  insist(id: string): void {
    const thing = this.things.get(id);
    if (!thing) return;
    this.offKinds.delete(thing.kind);
    this.hidden.delete(id);
    this.seeds.add(id);
    this.broughtBy.delete(id);
  }

  shownLines(): Line[] {
    return [...this.lines.values()].filter(
      (line) => !this.offPredicates.has(line.predicate) && this.allowed(line.source) && this.allowed(line.target),
    );
  }

  /** Allowed things with a line to be seen; without one only those that have none at all, or were asked for. */
  shownThings(): Thing[] {
    const linked = new Set(this.shownLines().flatMap((line) => [line.source, line.target]));
    const alone = (id: string) => this.opened.has(id) || this.seeds.size === 1 || !this.touching.get(id)?.size;
    return [...this.things.values()].filter(
      ({ id }) => this.allowed(id) && (linked.has(id) || (this.seeds.has(id) && alone(id))),
    );
  }

  /** The lines of a thing, seen or not. */
  linesOf(id: string): Line[] {
    return [...(this.touching.get(id) ?? [])].map((line) => this.lines.get(line)!);
  }

  kindTallies(): Tally[] {
    return tallies([...this.things.values()].map((thing) => [thing.kind, thing.kindLabel]));
  }

  predicateTallies(): Tally[] {
    return tallies([...this.lines.values()].map((line) => [line.predicate, line.label]));
  }

  private allowed(id: string): boolean {
    const thing = this.things.get(id);
    return thing !== undefined && !this.hidden.has(id) && !this.offKinds.has(thing.kind);
  }

  private addLink(link: Link): void {
    if (!this.everything && SAME.has(link.predicate)) return;
    if (!this.things.has(link.source) || !this.things.has(link.target)) return;
    const { source, target } = ends(link);
    const id = `${source} ${link.predicate} ${target}`;
    const line = this.lines.get(id) ?? { ...link, id, source, target, points: new Set() };
    if (link.point) line.points.add(link.point);
    this.lines.set(id, line);
    for (const end of [source, target]) {
      this.touching.set(end, (this.touching.get(end) ?? new Set<string>()).add(id));
    }
  }

  private remove(id: string): void {
    for (const line of this.linesOf(id)) {
      this.lines.delete(line.id);
      this.touching.get(line.source)?.delete(line.id);
      this.touching.get(line.target)?.delete(line.id);
    }
    this.touching.delete(id);
    this.things.delete(id);
    this.broughtBy.delete(id);
    this.hidden.delete(id);
  }
}

/** A symmetric link goes from the smaller address, so that both directions are one. */
function ends(link: Link): { source: string; target: string } {
  const turned = SYMMETRIC.has(link.predicate) && link.source > link.target;
  return turned ? { source: link.target, target: link.source } : link;
}

function tallies(pairs: [string, string][]): Tally[] {
  const found = new Map<string, Tally>();
  for (const [name, label] of pairs) {
    const tally = found.get(name) ?? { name, label, count: 0 };
    tally.count += 1;
    found.set(name, tally);
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}
