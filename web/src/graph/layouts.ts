import type { Core, LayoutOptions, NodeSingular } from "cytoscape";

/** The layouts by name; `force` runs beside the page, the rest at once. */
export const LAYOUTS = ["force", "rings", "tree", "circle", "classes"] as const;
export type LayoutName = (typeof LAYOUTS)[number];

export function isLayout(name: string): name is LayoutName {
  return (LAYOUTS as readonly string[]).includes(name);
}

/** Places all nodes by one of the layouts that need no forces. */
export function place(graph: Core, name: Exclude<LayoutName, "force">, middle: string[]): void {
  graph.layout(optionsOf(graph, name, middle)).run();
}

function optionsOf(graph: Core, name: Exclude<LayoutName, "force">, middle: string[]): LayoutOptions {
  const fit = { fit: true, padding: 30, animate: false } as const;
  const byKind = (a: NodeSingular, b: NodeSingular) =>
    String(a.data("kind")).localeCompare(b.data("kind")) || String(a.data("label")).localeCompare(b.data("label"));
  switch (name) {
    case "rings":
      return {
        name: "concentric",
        ...fit,
        minNodeSpacing: 28,
        concentric: (node: NodeSingular) => (middle.includes(node.id()) ? 1e6 : Math.ceil(Math.log2(node.degree(false) + 1))),
        levelWidth: () => 1,
      } as LayoutOptions;
    case "tree":
      return {
        name: "breadthfirst",
        ...fit,
        directed: false,
        spacingFactor: 1.2,
        avoidOverlap: true,
        ...(middle.length ? { roots: graph.nodes().filter((node) => middle.includes(node.id())) } : {}),
      } as unknown as LayoutOptions;
    case "circle":
      return { name: "circle", ...fit, sort: byKind, avoidOverlap: true, spacingFactor: 1 } as LayoutOptions;
    case "classes":
      return { name: "preset", ...fit, positions: columns(graph, byKind) } as unknown as LayoutOptions;
  }
}

const GAP = 74;

/** Blocks of one class each, side by side, the largest first. */
function columns(
  graph: Core,
  order: (a: NodeSingular, b: NodeSingular) => number,
): Record<string, { x: number; y: number }> {
  const blocks = new Map<string, NodeSingular[]>();
  graph.nodes().forEach((node) => {
    const kind = String(node.data("kind"));
    blocks.set(kind, [...(blocks.get(kind) ?? []), node]);
  });
  const places: Record<string, { x: number; y: number }> = {};
  const height = Math.max(3, Math.ceil(Math.sqrt(graph.nodes().length)));
  let left = 0;
  for (const nodes of [...blocks.values()].sort((a, b) => b.length - a.length)) {
    nodes.sort(order).forEach((node, at) => {
      places[node.id()] = { x: left + Math.floor(at / height) * GAP * 1.9, y: (at % height) * GAP };
    });
    left += Math.ceil(nodes.length / height) * GAP * 1.9 + GAP;
  }
  return places;
}
