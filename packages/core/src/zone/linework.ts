import type { Position } from 'geojson';
import type { MetricFrame } from '../geodesy/metric-frame.js';
import type { Bbox } from '../geometry/bbox.js';
import { PlaceTable } from '../geometry/place-table.js';
import { edgeKey } from '../geometry/vertex-ids.js';

/** Vertices of an outline that are kept or left out together. */
const CHUNK = 32;

/** Whether anything within `radius` of a point of the plane is wanted. */
export type NearTest = (x: number, y: number, radius: number) => boolean;

/**
 * The lines that cut the ground into cells, in the plane: each edge once, however many outlines share it. Remembers
 * where every vertex came from, so that it can be given back unmoved.
 */
export class Linework {
  readonly lines: Position[][] = [];
  readonly #places = new PlaceTable();
  readonly #edges = new Set<number>();
  readonly #frame: MetricFrame;
  readonly #box: Bbox;
  readonly #near: NearTest;

  /** Takes what lies in `box` (lon/lat) and passes `near`, with some of what is around it. */
  constructor(frame: MetricFrame, box: Bbox, near: NearTest) {
    this.#frame = frame;
    this.#box = box;
    this.#near = near;
  }

  /** Adds the near part of a closed ring of lon/lat positions. */
  addRing(ring: readonly Position[]): void {
    for (let start = 0; start + 1 < ring.length; start += CHUNK) {
      const chunk = ring.slice(start, start + CHUNK + 1);
      if (this.#meetsBox(chunk)) this.#addChunk(chunk);
    }
  }

  /** Adds a line of the plane as it is. */
  addPlanar(line: Position[]): void {
    this.lines.push(line);
  }

  /** The lon/lat of a point of the plane: its own where it was a vertex of an outline. */
  lonLatOf(x: number, y: number): [lon: number, lat: number] {
    return this.#places.lonLatOf(x, y) ?? this.#frame.toLonLat([x, y]);
  }

  #addChunk(chunk: readonly Position[]): void {
    const points = chunk.map((position) => this.#frame.toMetric(position));
    const [midX, midY] = points[Math.floor(points.length / 2)] ?? [0, 0];
    const radius = Math.max(...points.map(([x, y]) => Math.hypot(x - midX, y - midY)));
    if (!this.#near(midX, midY, radius)) return;
    let line: Position[] = [];
    let last = -1;
    points.forEach(([x, y], index) => {
      const [lon = 0, lat = 0] = chunk[index] ?? [];
      const place = this.#places.add(x, y, lon, lat);
      const isNew = last >= 0 && place !== last && this.#isNewEdge(last, place);
      if (!isNew) {
        if (line.length > 1) this.lines.push(line);
        line = [];
      }
      line.push([x, y]);
      last = place;
    });
    if (line.length > 1) this.lines.push(line);
  }

  #isNewEdge(a: number, b: number): boolean {
    const before = this.#edges.size;
    this.#edges.add(edgeKey(a, b));
    return this.#edges.size > before;
  }

  #meetsBox(chunk: readonly Position[]): boolean {
    const [west, south, east, north] = this.#box;
    let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x = 0, y = 0] of chunk) {
      if (x < w) w = x;
      if (x > e) e = x;
      if (y < s) s = y;
      if (y > n) n = y;
    }
    return w <= east && e >= west && s <= north && n >= south;
  }
}
