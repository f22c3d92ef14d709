import { BUFFER, EXTENT, POINT_BUFFER, type TileFrame, TOLERANCE } from './cut/grid.js';
import type { GeneralisedLine, PreparedFeature } from './prepare.js';
import { type UnitBox, unitBoxesMeet, unitBoxOf } from './unit-box.js';

/** A feature with the vertices that a zoom draws; unit square. */
export interface ZoomFeature {
  readonly feature: PreparedFeature;
  readonly lines: readonly Float64Array[];
  readonly bounds: UnitBox;
}

/** The vertices that a tolerance leaves of a line. */
export function thin({ xy, errors }: GeneralisedLine, tolerance: number): Float64Array {
  const kept = new Float64Array(xy.length);
  let size = 0;
  for (let at = 0; at < errors.length; at++) {
    if ((errors[at] ?? 0) <= tolerance) continue;
    kept[size++] = xy[2 * at] ?? 0;
    kept[size++] = xy[2 * at + 1] ?? 0;
  }
  return size === xy.length ? xy : kept.slice(0, size);
}

/** Errors up to this are dropped at a zoom, unit square; the deepest zoom keeps every vertex. */
export function toleranceAt(z: number, deepest: number): number {
  return z >= deepest ? -1 : TOLERANCE / (2 ** z * EXTENT);
}

/** Features thinned for a zoom, made when a tile of it is first asked for. The deepest zoom keeps every vertex. */
export class ZoomLevels {
  readonly #features: readonly PreparedFeature[];
  readonly #deepest: number;
  readonly #levels = new Map<number, readonly ZoomFeature[]>();

  constructor(features: readonly PreparedFeature[], deepest: number) {
    this.#features = features;
    this.#deepest = deepest;
  }

  /** The features whose box comes near the tile, in the order given. */
  within(z: number, { scale, left, top }: TileFrame): ZoomFeature[] {
    const margin = Math.max(BUFFER, POINT_BUFFER);
    const [west, east] = [(left - margin) / scale, (left + EXTENT + margin) / scale];
    const [north, south] = [(top - margin) / scale, (top + EXTENT + margin) / scale];
    const box: UnitBox = [west, north, east, south];
    return this.#level(Math.min(z, this.#deepest)).filter(({ bounds }) => unitBoxesMeet(bounds, box));
  }

  #level(z: number): readonly ZoomFeature[] {
    const made = this.#levels.get(z);
    if (made !== undefined) return made;
    const tolerance = toleranceAt(z, this.#deepest);
    const level = this.#features.map((feature) => thinFeature(feature, tolerance));
    this.#levels.set(z, level);
    return level;
  }

  /** The levels of other features: lines that stay the same object are not thinned again. */
  with(features: readonly PreparedFeature[]): ZoomLevels {
    const next = new ZoomLevels(features, this.#deepest);
    for (const [z, level] of this.#levels) {
      const known = new Map(level.map((entry) => [entry.feature.lines, entry]));
      const tolerance = toleranceAt(z, this.#deepest);
      next.#levels.set(
        z,
        features.map((feature) => {
          const same = known.get(feature.lines);
          return same === undefined ? thinFeature(feature, tolerance) : { ...same, feature };
        }),
      );
    }
    return next;
  }
}

function thinFeature(feature: PreparedFeature, tolerance: number): ZoomFeature {
  const lines = feature.lines.map((line) => thin(line, tolerance));
  return { feature, lines, bounds: unitBoxOf(lines) };
}
