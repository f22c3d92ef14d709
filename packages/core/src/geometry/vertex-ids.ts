import type { Bbox } from './bbox.js';

/** Steps along one axis that still fit, two axes together, into the 53 bits of an exact integer. */
const STEPS = 2 ** 26;

/**
 * Numbers places: two positions of the same cell of a fine grid get the same number. The cell is `quantum` wide, or
 * as fine as the box allows where that is coarser. Places outside the box have none.
 */
export class VertexIds {
  readonly #ids = new Map<number, number>();
  readonly #box: Bbox;
  readonly #quantum: number;

  constructor(box: Bbox, quantum: number) {
    this.#box = box;
    this.#quantum = Math.max(quantum, (box[2] - box[0]) / STEPS, (box[3] - box[1]) / STEPS);
  }

  /** The place's number, given now if it is new; `undefined` outside the box. */
  number(x: number, y: number): number | undefined {
    const key = this.#key(x, y);
    if (key === undefined) return undefined;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(key, id);
    return id;
  }

  /** The place's number if it has one. */
  known(x: number, y: number): number | undefined {
    const key = this.#key(x, y);
    return key === undefined ? undefined : this.#ids.get(key);
  }

  #key(x: number, y: number): number | undefined {
    const [west, south, east, north] = this.#box;
    if (!(x >= west && x <= east && y >= south && y <= north)) return undefined;
    return Math.round((x - west) / this.#quantum) * STEPS + Math.round((y - south) / this.#quantum);
  }
}

/** One number for an edge between two numbered places, whichever way it runs. */
export function edgeKey(a: number, b: number): number {
  return a < b ? a * STEPS + b : b * STEPS + a;
}
