import type { StylesheetJson } from "cytoscape";
import { cornersOf, looks, lookOf, type Look } from "./shapes";

/** The page's colours as they are now; a probe resolves variables that differ by light and dark. */
export interface Shade {
  paper: string;
  ink: string;
  soft: string;
  line: string;
  accent: string;
  mark: string;
}

export function shadeOf(element: HTMLElement): Shade {
  const probe = document.createElement("span");
  element.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const shade = {
    paper: read("surface"),
    ink: read("ink"),
    soft: read("ink-soft"),
    line: read("line-strong"),
    accent: read("accent"),
    mark: read("mark"),
  };
  probe.remove();
  return shade;
}

const FONT = "system-ui, Segoe UI, Roboto, Noto Sans, DejaVu Sans, sans-serif";

/** How everything is drawn. `many`: so much that curves and outlines would make it slow. */
export function sheet(shade: Shade, many: boolean): StylesheetJson {
  return [
    {
      selector: "node",
      style: {
        width: "data(size)",
        height: "data(size)",
        "border-width": 1.5,
        "border-color": shade.ink,
        label: many ? "" : "data(short)",
        color: shade.ink,
        "font-family": FONT,
        "font-size": "mapData(size, 18, 64, 9.5, 19)",
        "min-zoomed-font-size": 7,
        "text-valign": "bottom",
        "text-margin-y": 4,
        "text-outline-color": shade.paper,
        "text-outline-width": many ? 0 : 2,
        "text-wrap": "wrap",
        "text-max-width": "110px",
        ...shaped(lookOf("")),
      },
    },
    ...looks().map(([kind, look]) => ({ selector: `node[kind = "${kind}"]`, style: shaped(look) })),
    { selector: "node.lettered", style: { label: "data(short)" } },
    {
      selector: "edge",
      style: {
        width: "data(width)",
        "line-color": shade.line,
        "line-opacity": 0.6,
        "curve-style": many ? "haystack" : "bezier",
        "target-arrow-shape": "triangle",
        "target-arrow-color": shade.line,
        "arrow-scale": 0.8,
        color: shade.soft,
        "font-family": FONT,
        "font-size": 9,
        "min-zoomed-font-size": 7,
        "text-rotation": "autorotate",
        "text-background-color": shade.paper,
        "text-background-opacity": 0.85,
        "text-background-padding": "1px",
      },
    },
    { selector: "edge.mutual", style: { "target-arrow-shape": "none" } },
    { selector: "edge.named", style: { label: "data(label)" } },
    { selector: ".far", style: { opacity: 0.3 } },
    { selector: "node.found", style: { "border-width": 4, "border-color": shade.accent } },
    {
      selector: "node.chosen",
      style: {
        "border-width": 4,
        "border-color": shade.accent,
        "font-weight": "bold",
        "min-zoomed-font-size": 0,
        label: "data(short)",
        "text-max-width": "160px",
        "z-index": 9,
      },
    },
    { selector: "node.over", style: { label: "data(label)", "min-zoomed-font-size": 0, "text-max-width": "260px", "z-index": 10 } },
    { selector: "edge.near", style: { "line-color": shade.accent, "target-arrow-color": shade.accent, "line-opacity": 1 } },
  ] as StylesheetJson;
}

function shaped({ shape, colour }: Look): Record<string, string> {
  const corners = cornersOf(shape);
  return {
    "background-color": colour,
    shape: corners ? "polygon" : "ellipse",
    ...(corners ? { "shape-polygon-points": corners } : {}),
  };
}
