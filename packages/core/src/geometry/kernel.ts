import type { Geometry, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { Result } from '../result.js';
import { type GeosApi, isGeosApi } from './geos/api.js';
import { GeosEngine } from './geos/engine.js';
import { geosKernel } from './geos/operations.js';

export interface BufferOptions {
  /** Segments in a quarter of a circle; the chord of an arc sags by about r·(π/4n)²/2. Default 16. */
  readonly quadrantSegments?: number;
  /** How a line ends. Default `round`. */
  readonly endCap?: 'round' | 'flat' | 'square';
}

/** Why a geometry is invalid, and where. */
export interface InvalidReason {
  /** As the engine says it, in English: `Self-intersection`. */
  readonly reason: string;
  readonly at: Position;
}

/**
 * A geometry kept in the engine with an index of its edges: built once, asked many times. The engine's memory is
 * not collected: call `dispose` when done.
 */
export interface PreparedGeometry {
  intersects(other: Geometry): Result<boolean>;
  /** Whether `other` lies inside and not wholly on the edge. */
  contains(other: Geometry): Result<boolean>;
  /** Whether no point of `other` lies outside. */
  covers(other: Geometry): Result<boolean>;
  /** The relations of OGC simple features, this geometry first. */
  within(other: Geometry): Result<boolean>;
  touches(other: Geometry): Result<boolean>;
  crosses(other: Geometry): Result<boolean>;
  overlaps(other: Geometry): Result<boolean>;
  /** The same points, however they are written. */
  equals(other: Geometry): Result<boolean>;
  distance(other: Geometry): Result<number>;
  intersection(other: Geometry): Result<Geometry>;
  /** `other` without this geometry. */
  cutFrom(other: Geometry): Result<Geometry>;
  dispose(): void;
}

/**
 * Planar geometry: coordinates are x, y in any one plane, measures in its units. Nothing here knows of the
 * ellipsoid. Takes and gives GeoJSON shapes; polygons come out wound as RFC 7946 asks; a third ordinate is dropped.
 *
 * Bad geometry never throws: unclosed rings, missing or non-finite coordinates and failures of the engine are
 * issues. Overlays of *invalid* polygons are not noticed by the engine: check with `invalidReason` at the door.
 */
export interface GeometryKernel {
  /** Name and version, for provenance. */
  readonly engine: string;
  /** All geometries as one; shared edges dissolve. Empty input gives an empty collection. */
  union(geometries: readonly Geometry[]): Result<Geometry>;
  /** Union of polygons that do not overlap and match vertex by vertex: much faster, wrong on anything else. */
  coverageUnion(polygons: readonly Geometry[]): Result<Geometry>;
  intersection(a: Geometry, b: Geometry): Result<Geometry>;
  difference(a: Geometry, b: Geometry): Result<Geometry>;
  symmetricDifference(a: Geometry, b: Geometry): Result<Geometry>;
  /** Everything within `distance` (negative: shrinks polygons). Arcs become chords that lie inside. */
  buffer(geometry: Geometry, distance: number, options?: BufferOptions): Result<Geometry>;
  /** Lines joined at nodes of degree two into the longest possible. */
  lineMerge(lines: Geometry): Result<MultiLineString>;
  /**
   * The faces that lines enclose, cut where they cross: polygons that do not overlap and match vertex by vertex.
   * Lines that enclose nothing are dropped.
   */
  faces(lines: MultiLineString): Result<readonly Polygon[]>;
  /** `null` when the geometry is valid (OGC simple features). */
  invalidReason(geometry: Geometry): Result<InvalidReason | null>;
  /** A valid geometry of the same ground (method "structure": no ground is lost to a flipped ring). */
  makeValid(geometry: Geometry): Result<Geometry>;
  /** Douglas–Peucker, keeping validity. */
  simplify(geometry: Geometry, tolerance: number): Result<Geometry>;
  /**
   * Simplifies polygons of one coverage together: shared edges stay shared, no gaps or overlaps arise. `tolerance`
   * is a length whose square bounds the area of dropped triangles (Visvalingam–Whyatt). Same order, same number;
   * a part that is smaller than that stays.
   */
  coverageSimplify(polygons: readonly Geometry[], tolerance: number): Result<MultiPolygon[]>;
  area(geometry: Geometry): Result<number>;
  length(geometry: Geometry): Result<number>;
  distance(a: Geometry, b: Geometry): Result<number>;
  /** A point that lies inside, for labels. */
  pointOnSurface(geometry: Geometry): Result<Position>;
  prepare(geometry: Geometry): Result<PreparedGeometry>;
}

/** `geos`: GEOS compiled to WebAssembly. `jsts`: JTS in plain JavaScript, the same answers, several times slower. */
export type GeometryEngine = 'geos' | 'jsts';

const loading = new Map<GeometryEngine, Promise<GeometryKernel>>();

/**
 * Loads a geometry engine, once each; later calls share it. The same in Node and in the browser. Without a choice it
 * is GEOS (2.6 MB), and JSTS where there is no WebAssembly. Rejects only when the engine cannot be loaded at all: that
 * is our own bug or a broken installation.
 */
export function loadGeometryKernel(
  options: { readonly engine?: GeometryEngine } = {},
): Promise<GeometryKernel> {
  const engine = options.engine ?? (Reflect.get(globalThis, 'WebAssembly') === undefined ? 'jsts' : 'geos');
  const kernel = loading.get(engine) ?? (engine === 'geos' ? loadGeos() : loadJsts());
  loading.set(engine, kernel);
  return kernel;
}

async function loadJsts(): Promise<GeometryKernel> {
  const { jstsKernel } = await import('./jsts/operations.js');
  return jstsKernel();
}

async function loadGeos(): Promise<GeometryKernel> {
  const { default: initialise } = await import('geos-wasm');
  let message = '';
  // Without an error handler the package throws through the WebAssembly stack and corrupts the engine.
  const api: unknown = await initialise({
    errorHandler: (text: string) => {
      message = text;
    },
    noticeHandler: () => {},
  });
  if (!isGeosApi(api)) throw new Error('geos-wasm does not offer the functions of version 3.1.1');
  const takeMessage = (): string => {
    const last = message;
    message = '';
    return last;
  };
  return geosKernel(new GeosEngine(api satisfies GeosApi, takeMessage));
}
