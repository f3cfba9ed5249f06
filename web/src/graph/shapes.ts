import kinds from "./kinds.json";

/** A class is told by shape as well as by colour: not everyone sees all colours. */
export interface Look {
  shape: string;
  colour: string;
}

type Corners = readonly (readonly [number, number])[];

/** Corners in a square from -1 to 1, y downwards. `circle` has none. */
const SHAPES: Record<string, Corners> = {
  square: [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]],
  wide: [[-1, -0.6], [1, -0.6], [1, 0.6], [-1, 0.6]],
  cut: [[-0.8, -1], [0.35, -1], [0.8, -0.5], [0.8, 1], [-0.8, 1]],
  diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
  triangle: [[0, -1], [1, 0.85], [-1, 0.85]],
  down: [[-1, -0.85], [1, -0.85], [0, 1]],
  rhomboid: [[-0.5, -0.8], [1, -0.8], [0.5, 0.8], [-1, 0.8]],
  chevron: [[-1, -0.8], [0.4, -0.8], [1, 0], [0.4, 0.8], [-1, 0.8], [-0.4, 0]],
  tag: [[-1, -0.7], [0.45, -0.7], [1, 0], [0.45, 0.7], [-1, 0.7]],
  house: [[0, -1], [0.9, -0.2], [0.9, 0.9], [-0.9, 0.9], [-0.9, -0.2]],
  hourglass: [[-0.9, -0.95], [0.9, -0.95], [0.35, 0], [0.9, 0.95], [-0.9, 0.95], [-0.35, 0]],
  bow: [[-0.95, -0.9], [0, -0.35], [0.95, -0.9], [0.95, 0.9], [0, 0.35], [-0.95, 0.9]],
  cross: [
    [-0.35, -1], [0.35, -1], [0.35, -0.35], [1, -0.35], [1, 0.35], [0.35, 0.35],
    [0.35, 1], [-0.35, 1], [-0.35, 0.35], [-1, 0.35], [-1, -0.35], [-0.35, -0.35],
  ],
  pentagon: regular(5),
  hexagon: regular(6),
  octagon: regular(8, Math.PI / 8),
  star: regular(5).flatMap(([x, y], at) => {
    const angle = -Math.PI / 2 + ((at + 0.5) * 2 * Math.PI) / 5;
    return [[x, y], [0.45 * Math.cos(angle), 0.45 * Math.sin(angle)]] as const;
  }),
};

const LOOKS = kinds.shapes as unknown as Record<string, [string, string]>;

export function lookOf(kind: string): Look {
  const [shape, colour] = LOOKS[kind] ?? (kinds.other as [string, string]);
  return { shape, colour };
}

/** All looks there are, by class. */
export function looks(): [string, Look][] {
  return Object.keys(LOOKS).map((kind) => [kind, lookOf(kind)]);
}

/** Corners as Cytoscape takes them: `x1 y1 x2 y2 …`; none for a circle. */
export function cornersOf(shape: string): string | undefined {
  return SHAPES[shape]?.map(([x, y]) => `${x} ${y}`).join(" ");
}

/** The element that draws a shape in SVG. */
export function shapeElement(look: Look, x: number, y: number, radius: number): SVGElement {
  const corners = SHAPES[look.shape];
  const element = document.createElementNS("http://www.w3.org/2000/svg", corners ? "polygon" : "circle");
  if (corners) {
    const points = corners.map(([dx, dy]) => `${round(x + dx * radius)},${round(y + dy * radius)}`);
    element.setAttribute("points", points.join(" "));
  } else {
    element.setAttribute("cx", String(round(x)));
    element.setAttribute("cy", String(round(y)));
    element.setAttribute("r", String(round(radius)));
  }
  element.setAttribute("fill", look.colour);
  return element;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function regular(sides: number, turn = 0): [number, number][] {
  return Array.from({ length: sides }, (_, at) => {
    const angle = -Math.PI / 2 + turn + (at * 2 * Math.PI) / sides;
    return [Math.cos(angle), Math.sin(angle)];
  });
}
