/** What the worker gets: places and sizes in one order, links as pairs of numbers in it. */
export interface ForceOrder {
  id: number;
  xs: number[];
  ys: number[];
  sizes: number[];
  links: [number, number][];
  /** How much things may move: 1 for a new picture, less when some came to it. */
  heat: number;
}

export interface ForceAnswer {
  id: number;
  xs: Float32Array;
  ys: Float32Array;
  done: boolean;
}

type Placed = (xs: Float32Array, ys: Float32Array, done: boolean) => void;

/** The worker, and which of its answers still count. */
export class Force {
  private readonly worker: Worker;
  private order = 0;
  private placed: Placed = () => undefined;

  /** `address` of the built `src/force.ts`. */
  constructor(address: string) {
    this.worker = new Worker(address, { type: "module" });
    this.worker.addEventListener("message", ({ data }: MessageEvent<ForceAnswer>) => {
      if (data.id === this.order) this.placed(data.xs, data.ys, data.done);
    });
  }

  run(order: Omit<ForceOrder, "id">, placed: Placed): void {
    this.order += 1;
    this.placed = placed;
    this.worker.postMessage({ ...order, id: this.order });
  }

  /** Answers that are on their way count no more. */
  stop(): void {
    this.order += 1;
  }

  destroy(): void {
    this.worker.terminate();
  }
}
