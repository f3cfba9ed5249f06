// The layout by forces, as a worker: the page stays smooth while it counts.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import type { ForceAnswer, ForceOrder } from "./graph/force";

interface Body extends SimulationNodeDatum {
  size: number;
}

const TICKS_PER_ANSWER = 4;
let running = 0;

addEventListener("message", ({ data }: MessageEvent<ForceOrder>) => void run(data));

async function run(order: ForceOrder): Promise<void> {
  const turn = (running += 1);
  const bodies: Body[] = order.sizes.map((size, at) => ({ size, x: order.xs[at]!, y: order.ys[at]! }));
  const links: SimulationLinkDatum<Body>[] = order.links.map(([source, target]) => ({ source, target }));
  const simulation = forceSimulation(bodies)
    .alpha(order.heat)
    .alphaDecay(bodies.length > 1500 ? 0.05 : 0.032)
    .force("link", forceLink<Body, SimulationLinkDatum<Body>>(links).distance(95))
    .force("charge", forceManyBody<Body>().strength(-520).theta(0.95).distanceMax(600))
    .force("collide", forceCollide<Body>((body) => body.size / 2 + 16))
    .force("x", forceX<Body>(0).strength(0.07))
    .force("y", forceY<Body>(0).strength(0.09))
    .stop();
  while (simulation.alpha() > simulation.alphaMin()) {
    simulation.tick(TICKS_PER_ANSWER);
    answer(order.id, bodies, simulation.alpha() <= simulation.alphaMin());
    await new Promise((go) => setTimeout(go)); // lets a newer order in
    if (turn !== running) return;
  }
}

function answer(id: number, bodies: Body[], done: boolean): void {
  const xs = Float32Array.from(bodies, ({ x }) => x ?? 0);
  const ys = Float32Array.from(bodies, ({ y }) => y ?? 0);
  postMessage({ id, xs, ys, done } satisfies ForceAnswer, { transfer: [xs.buffer, ys.buffer] });
}
