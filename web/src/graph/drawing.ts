import cytoscape, { type Core, type ElementDefinition, type EventObject, type NodeSingular } from "cytoscape";
import type { Contents, Line } from "./contents";
import { Force } from "./force";
import { place, type LayoutName } from "./layouts";
import { shadeOf, sheet } from "./look";
import type { Thing } from "./network";
import predicates from "./predicates.json";

/** From here on, curves and outlines of letters would make moving the picture slow. */
const MANY = 800;
const SYMMETRIC = new Set(predicates.symmetric);
const LABEL_MAX = 30;
/** Fitting never enlarges further: letters would cover their neighbours. */
const FIT_MAX = 1.15;
/** Free room around what is fitted, for the letters. */
const EDGE = 55;
/** Names that are drawn at once in a large picture: of the largest, or of what one is near to. */
const LETTERED_MAX = 150;
const LETTERED_ZOOM = 0.55;
const LETTERED_SIZE = 40;
/** With more links than this, their names would cover each other. */
const NAMED_MAX = 14;

/** What the drawing tells: a thing was chosen (or none), or asked to be opened. */
export interface Listener {
  chosen(id: string | null): void;
  opened(id: string): void;
}

/** The picture: what is to be seen of some contents, drawn by Cytoscape. */
export class Drawing {
  readonly graph: Core;
  layout: LayoutName = "force";
  private readonly force: Force;
  private named = false;
  private many = false;
  private chosen: string | null = null;
  private readonly still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  constructor(
    private readonly host: HTMLElement,
    private readonly contents: Contents,
    worker: string,
    private readonly listener: Listener,
  ) {
    this.force = new Force(worker);
    styleByOurselves();
    this.graph = cytoscape({
      container: host,
      style: sheet(shadeOf(host), false),
      minZoom: 0.02,
      maxZoom: 4,
      boxSelectionEnabled: false,
      selectionType: "single",
      hideEdgesOnViewport: false,
    });
    this.listen();
  }

  /** Draws what is to be seen now; things that come start beside `near`. */
  refresh(near?: string, heat = 0.5): void {
    const things = this.contents.shownThings();
    const lines = this.contents.shownLines();
    const shown = new Set([...things.map(({ id }) => id), ...lines.map(({ id }) => id)]);
    const fresh = this.graph.nodes().empty();
    this.graph.batch(() => {
      this.graph.elements().filter((element) => !shown.has(element.id())).remove();
      this.graph.add(this.nodeElements(things, near));
      this.graph.add(this.lineElements(lines));
      this.size();
    });
    const many = this.graph.elements().length > MANY;
    if (many !== this.many) {
      this.many = many;
      this.restyle();
    }
    this.mark();
    this.letter();
    this.arrange(fresh ? 1 : heat);
  }

  /** Lays everything out anew, with little heat lets it settle, with none leaves it as it is. */
  arrange(heat = 1): void {
    this.force.stop();
    if (heat > 0) {
      if (this.layout === "force") return this.letSettle(heat);
      place(this.graph, this.layout, this.middle());
      this.fit();
    }
    this.host.dataset.settled = String(this.graph.nodes().length);
  }

  choose(id: string | null): void {
    this.chosen = id && this.graph.getElementById(id).nonempty() ? id : null;
    this.mark();
  }

  /** Brings a thing into the middle of the view. */
  show(id: string): void {
    const node = this.graph.getElementById(id);
    if (node.empty()) return;
    const zoom = Math.max(this.graph.zoom(), 0.9);
    this.graph.stop();
    if (this.still) this.graph.zoom(zoom).center(node);
    else this.graph.animate({ zoom, center: { eles: node }, duration: 250 });
  }

  /** Rings around what a search has found. */
  find(ids: Set<string>): void {
    this.graph.batch(() => this.graph.nodes().forEach((node) => void node.toggleClass("found", ids.has(node.id()))));
  }

  nameLines(named: boolean): void {
    this.named = named;
    this.graph.edges().toggleClass("named", named);
  }

  zoomBy(factor: number): void {
    const middle = { x: this.graph.width() / 2, y: this.graph.height() / 2 };
    this.graph.zoom({ level: this.graph.zoom() * factor, renderedPosition: middle });
  }

  /** Brings all into view. Letters are left out of account: to measure them takes longer than to draw. */
  fit(): void {
    const box = this.graph.nodes().boundingBox({ includeLabels: false });
    const [width, height] = [this.graph.width(), this.graph.height()];
    const zoom = Math.min((width - 2 * EDGE) / (box.w || 1), (height - 2 * EDGE) / (box.h || 1), FIT_MAX);
    const pan = { x: width / 2 - (zoom * (box.x1 + box.x2)) / 2, y: height / 2 - (zoom * (box.y1 + box.y2)) / 2 };
    this.graph.viewport({ zoom: Math.max(zoom, this.graph.minZoom()), pan });
  }

  /** Colours anew, after light became dark. */
  restyle(): void {
    this.graph.style(sheet(shadeOf(this.host), this.many));
  }

  destroy(): void {
    this.force.destroy();
    this.graph.destroy();
  }

  private listen(): void {
    this.graph.on("tap", (event: EventObject) => {
      this.listener.chosen(event.target === this.graph || event.target.isEdge() ? null : event.target.id());
    });
    this.graph.on("dbltap", "node", (event: EventObject) => this.listener.opened(event.target.id()));
    this.graph.on("mouseover", "node", (event: EventObject) => event.target.addClass("over"));
    this.graph.on("mouseout", "node", (event: EventObject) => event.target.removeClass("over"));
    this.graph.on("grab", () => this.force.stop());
    let later = 0;
    this.graph.on("viewport", () => {
      clearTimeout(later);
      later = window.setTimeout(() => this.letter(), 150);
    });
    document.addEventListener("shade", () => this.restyle());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.restyle());
  }

  private nodeElements(things: Thing[], near?: string): ElementDefinition[] {
    const start = near ? this.graph.getElementById(near).position() : { x: 0, y: 0 };
    return things
      .filter(({ id }) => this.graph.getElementById(id).empty())
      .map((thing, at) => ({
        group: "nodes",
        data: { ...thing, short: shortened(thing.short ?? thing.label), size: 20 },
        position: spiral(start ?? { x: 0, y: 0 }, at + 1, near ? 14 : 24),
      }));
  }

  private lineElements(lines: Line[]): ElementDefinition[] {
    return lines
      .filter(({ id }) => this.graph.getElementById(id).empty())
      .map((line) => ({
        group: "edges",
        data: {
          id: line.id,
          source: line.source,
          target: line.target,
          label: line.points.size > 1 ? `${line.label} ×${line.points.size}` : line.label,
          width: Math.min(1 + Math.log2(Math.max(line.points.size, 1)), 6),
        },
        classes: [SYMMETRIC.has(line.predicate) ? "mutual" : "", this.named ? "named" : ""],
      }));
  }

  /** The more links, the larger. */
  private size(): void {
    this.graph.nodes().forEach((node) => void node.data("size", Math.min(18 + 5 * Math.sqrt(node.degree(false)), 64)));
  }

  private mark(): void {
    this.graph.batch(() => {
      this.graph.elements().removeClass("chosen near far");
      this.graph.edges().toggleClass("named", this.named);
      if (!this.chosen) return;
      const node = this.graph.getElementById(this.chosen);
      if (node.empty()) return;
      const near = node.closedNeighborhood();
      this.graph.elements().difference(near).addClass("far");
      node.addClass("chosen");
      const few = node.degree(false) <= NAMED_MAX;
      node.connectedEdges().addClass(few ? "near named" : "near");
    });
  }

  /** In a large picture, names what is large, or, from near, what is in view. */
  private letter(): void {
    if (!this.many) return;
    const { x1, x2, y1, y2 } = this.graph.extent();
    const near = this.graph.zoom() >= LETTERED_ZOOM;
    const named = this.graph.nodes().filter((node) => {
      const { x, y } = node.position();
      return near ? x > x1 && x < x2 && y > y1 && y < y2 : node.data("size") >= LETTERED_SIZE;
    });
    const few = named.sort((a, b) => b.data("size") - a.data("size")).slice(0, LETTERED_MAX);
    this.graph.batch(() => {
      this.graph.nodes(".lettered").difference(few).removeClass("lettered");
      few.addClass("lettered");
    });
  }

  /** What stands in the middle of rings and at the root of a tree. */
  private middle(): string[] {
    return this.chosen ? [this.chosen] : [...this.contents.opened].slice(0, 1);
  }

  private letSettle(heat: number): void {
    const nodes = this.graph.nodes().toArray();
    const order = new Map(nodes.map((node, at) => [node.id(), at]));
    const links = this.graph
      .edges()
      .toArray()
      .map((edge): [number, number] => [order.get(edge.data("source"))!, order.get(edge.data("target"))!]);
    this.force.run(
      {
        heat,
        links,
        xs: nodes.map((node) => node.position("x")),
        ys: nodes.map((node) => node.position("y")),
        sizes: nodes.map((node) => node.data("size")),
      },
      this.shownBy(nodes, heat === 1),
    );
    delete this.host.dataset.settled;
  }

  /** Takes places from the worker, at most once a frame; of a large picture only the last ones. */
  private shownBy(nodes: NodeSingular[], whole: boolean): (xs: Float32Array, ys: Float32Array, done: boolean) => void {
    let waiting: (() => void) | undefined;
    return (xs, ys, done) => {
      if ((this.still || this.many) && !done) return;
      if (!waiting) requestAnimationFrame(() => waiting?.());
      waiting = () => {
        waiting = undefined;
        this.graph.batch(() => nodes.forEach((node, at) => void node.position({ x: xs[at]!, y: ys[at]! })));
        if (whole || done) this.fit();
        if (done) this.host.dataset.settled = String(nodes.length);
      };
    };
  }
}

/** Cytoscape writes a style element, which the page's policy forbids, unless one of this id is there. */
function styleByOurselves(): void {
  const id = "__________cytoscape_stylesheet";
  if (document.getElementById(id)) return;
  const mark = document.createElement("meta");
  mark.id = id;
  document.head.append(mark);
}

function shortened(label: string): string {
  if (label.length <= LABEL_MAX) return label;
  const cut = label.slice(0, LABEL_MAX);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LABEL_MAX - 10))} …`;
}

/** The n-th place around a point, evenly spread: the same every time, unlike chance. */
function spiral(around: { x: number; y: number }, n: number, gap: number): { x: number; y: number } {
  const angle = n * Math.PI * (3 - Math.sqrt(5));
  const radius = gap * Math.sqrt(n);
  return { x: around.x + radius * Math.cos(angle), y: around.y + radius * Math.sin(angle) };
}
