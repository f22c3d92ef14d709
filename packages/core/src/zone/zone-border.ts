import type { Position } from 'geojson';
import type { SharedBorder } from '../border/shared-border.js';
import type { MetricFrame } from '../geodesy/metric-frame.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { ok, type Result } from '../result.js';
import { type FlatEnd, flatEnds, isPast, withoutStretches } from './flat-end.js';
import { TrueDistance } from './true-distance.js';
import { zoneEdge } from './zone-edge.js';

/** A border made ready for zones: its line in the plane, and how far any place is from it. */
export class ZoneBorder {
  readonly border: SharedBorder;
  /** Positions, in the list of sides, of the unit to the left of the line and of the one to its right. */
  readonly left: number;
  readonly right: number;
  readonly lines: readonly (readonly Position[])[];
  readonly distance: TrueDistance;
  readonly #ends: readonly FlatEnd[];
  /** The border without its last stretches, where ends are flat. */
  readonly #rest: { readonly lines: readonly Position[][]; readonly distance: TrueDistance } | null;

  constructor(
    border: SharedBorder,
    [left, right]: readonly [number, number],
    frame: MetricFrame,
    widest_m: number,
    ends: 'round' | 'flat',
  ) {
    this.border = border;
    this.left = left;
    this.right = right;
    this.lines = border.geometry.coordinates.map((part) => part.map((place) => frame.toMetric(place)));
    this.distance = new TrueDistance(this.lines, frame);
    this.#ends = ends === 'flat' ? flatEnds(this.lines, widest_m) : [];
    const rest = this.#ends.length === 0 ? [] : withoutStretches(this.lines, this.#ends);
    this.#rest = rest.length === 0 ? null : { lines: rest, distance: new TrueDistance(rest, frame) };
  }

  /** Metres to the border; infinite beyond `reach_m`, and for what flat ends leave out. */
  reachAt(x: number, y: number, reach_m: number): number {
    const distance_m = this.distance.at(x, y, reach_m);
    if (this.#ends.length === 0 || !Number.isFinite(distance_m)) return distance_m;
    const segment = this.distance.nearestSegment;
    const end = this.#ends.find(({ first, past }) => segment >= first && segment < past);
    if (end === undefined || !isPast(end, x, y)) return distance_m;
    return this.#rest?.distance.at(x, y, reach_m) ?? Number.POSITIVE_INFINITY;
  }

  /** The lines on which a zone of this width may end. */
  edges(kernel: GeometryKernel, width_m: number): Result<Position[][]> {
    const edge = zoneEdge(kernel, this.lines, this.distance, width_m);
    if (!edge.ok || this.#rest === null) return edge;
    const inner = zoneEdge(kernel, this.#rest.lines, this.#rest.distance, width_m);
    return inner.ok ? ok([...edge.value, ...inner.value]) : inner;
  }

  /** Straight lines across flat ends. */
  endLines(): Position[][] {
    return this.#ends.map(({ across }) => [...across]);
  }

  /** From each open end of the border on, as its last edge runs: what parts the two sides beyond it. */
  extensions(length_m: number): Position[][] {
    return this.lines.flatMap((line) => {
      const closed = String(line[0]) === String(line[line.length - 1]);
      return closed ? [] : [extension(line, length_m), extension(line.toReversed(), length_m)];
    });
  }
}

function extension(line: readonly Position[], length_m: number): Position[] {
  const [bx = 0, by = 0] = line[line.length - 1] ?? [];
  const [ax = 0, ay = 0] = line[line.length - 2] ?? [];
  const scale = length_m / Math.hypot(bx - ax, by - ay);
  return [
    [bx, by],
    [bx + (bx - ax) * scale, by + (by - ay) * scale],
  ];
}
