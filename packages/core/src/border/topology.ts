import type { MultiPolygon, Polygon, Position } from 'geojson';
import { type UnitRef, unitKey } from '../admin/unit.js';
import { distanceBetween_m } from '../geodesy/length.js';
import { eachPosition } from '../geometry/bbox.js';
import type { Issue } from '../issue.js';
import { ok, type Result } from '../result.js';
import { notPlaces } from './side-faults.js';
import { type TopologyEdges, topologyEdges } from './topology-edges.js';

/** A unit of a topology. */
export interface TopologyUnit extends UnitRef {
  /** WGS 84 lon/lat, RFC 7946 winding. */
  readonly geometry: Polygon | MultiPolygon;
}

/** The border of two units, as arcs of a topology. */
export interface TopologyBorder {
  /** Indices of the units, the smaller first. */
  readonly a: number;
  readonly b: number;
  readonly arcs: readonly number[];
  /** On the ellipsoid. */
  readonly length_m: number;
}

/** How much memory a topology keeps, and what of its outlines found a partner. */
export interface TopologyReport {
  readonly units: number;
  /** Vertices as given, and different ones. */
  readonly given_vertices: number;
  readonly vertices: number;
  readonly arcs: number;
  readonly borders: number;
  /** Length of all arcs between two units. */
  readonly shared_length_m: number;
  /** Length of all arcs with a unit on one side only: coasts, frontiers, and lines that do not match. */
  readonly open_length_m: number;
  /** Bytes of its arrays. */
  readonly bytes: number;
}

/**
 * Outlines of many units as one set of arcs: a line that two units share vertex by vertex is kept once, with the unit on
 * each side. Everything lies in typed arrays, so that the 3,321 communes of a country fit into some hundred megabytes.
 * Lines that do not match to the last bit stay two open arcs; `sharedBorder` matches those with a tolerance.
 */
export class BorderTopology {
  readonly units: readonly UnitRef[];
  /** Longitude and latitude of each vertex, in turn. */
  readonly vertices: Float64Array;
  /** Vertex numbers of all arcs; arc i has those from `arcStarts[i]` to before `arcStarts[i + 1]`. */
  readonly arcVertices: Int32Array;
  readonly arcStarts: Int32Array;
  /** The unit to the left of each arc as it runs, and the one to its right; -1 for none. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** On the ellipsoid. */
  readonly length_m: Float64Array;
  readonly #borders = new Map<number, { a: number; b: number; arcs: number[]; length_m: number }>();
  readonly #given: number;

  constructor(units: readonly TopologyUnit[]) {
    this.units = units.map(({ code, vintage, name }) => ({ code, vintage, name }));
    const edges = topologyEdges(units.map(({ geometry }) => geometry));
    this.#given = edges.given;
    this.vertices = edges.vertices.positions();
    const { arcVertices, arcStarts, left, right } = arcsOf(edges);
    this.arcVertices = arcVertices;
    this.arcStarts = arcStarts;
    this.left = left;
    this.right = right;
    this.length_m = new Float64Array(left.length);
    for (let arc = 0; arc < left.length; arc += 1) this.#measure(arc);
  }

  /** The borders of all pairs of units that share one, by the units' order. */
  borders(): TopologyBorder[] {
    return [...this.#borders.values()].sort((p, q) => p.a - q.a || p.b - q.b);
  }

  /** The border of two units by their keys (`vintage:code`), if they share one. */
  between(one: UnitRef, other: UnitRef): TopologyBorder | undefined {
    const [i, j] = [one, other].map((unit) => this.units.findIndex((own) => unitKey(own) === unitKey(unit)));
    if (i === undefined || j === undefined || i < 0 || j < 0) return undefined;
    return this.#borders.get(this.#pairKey(i, j));
  }

  /** An arc as lon/lat positions. */
  line(arc: number): Position[] {
    const line: Position[] = [];
    for (let at = this.arcStarts[arc] ?? 0; at < (this.arcStarts[arc + 1] ?? 0); at += 1) {
      const vertex = this.arcVertices[at] ?? 0;
      line.push([this.vertices[2 * vertex] ?? 0, this.vertices[2 * vertex + 1] ?? 0]);
    }
    return line;
  }

  report(): TopologyReport {
    let [shared_length_m, open_length_m] = [0, 0];
    this.length_m.forEach((length_m, arc) => {
      if ((this.right[arc] ?? -1) < 0) open_length_m += length_m;
      else shared_length_m += length_m;
    });
    const arrays = [this.vertices, this.arcVertices, this.arcStarts, this.left, this.right, this.length_m];
    return {
      units: this.units.length,
      given_vertices: this.#given,
      vertices: this.vertices.length / 2,
      arcs: this.left.length,
      borders: this.#borders.size,
      shared_length_m,
      open_length_m,
      bytes: arrays.reduce((sum, array) => sum + array.byteLength, 0),
    };
  }

  #pairKey(i: number, j: number): number {
    return Math.min(i, j) * this.units.length + Math.max(i, j);
  }

  #measure(arc: number): void {
    const { vertices, arcVertices } = this;
    const [first, past] = [this.arcStarts[arc] ?? 0, this.arcStarts[arc + 1] ?? 0];
    let length_m = 0;
    for (let at = first + 1; at < past; at += 1) {
      const [from, to] = [2 * (arcVertices[at - 1] ?? 0), 2 * (arcVertices[at] ?? 0)];
      length_m += distanceBetween_m(
        vertices[from] ?? 0,
        vertices[from + 1] ?? 0,
        vertices[to] ?? 0,
        vertices[to + 1] ?? 0,
      );
    }
    this.length_m[arc] = length_m;
    const [i, j] = [this.left[arc] ?? -1, this.right[arc] ?? -1];
    if (j < 0) return;
    const key = this.#pairKey(i, j);
    const known = this.#borders.get(key) ?? { a: Math.min(i, j), b: Math.max(i, j), arcs: [], length_m: 0 };
    known.arcs.push(arc);
    known.length_m += length_m;
    this.#borders.set(key, known);
  }
}

/**
 * The topology of units of one drawing. Units with coordinates that are none on earth keep their place without lines,
 * each with a note `border-coordinate-invalid`.
 */
export function borderTopology(units: readonly TopologyUnit[]): Result<BorderTopology> {
  const notes: Issue[] = [];
  const sound = units.map((unit): TopologyUnit => {
    let onEarth = true;
    eachPosition(unit.geometry, ([lon = Number.NaN, lat = Number.NaN]) => {
      if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) onEarth = false;
    });
    if (onEarth) return unit;
    notes.push(notPlaces(unit));
    return { ...unit, geometry: { type: 'MultiPolygon', coordinates: [] } };
  });
  return ok(new BorderTopology(sound), notes);
}

interface Arcs {
  readonly arcVertices: Int32Array;
  readonly arcStarts: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Runs of a ring's edges that have the same unit on the other side; a shared run is taken from its first unit. */
function arcsOf({ from, to, unit, twin, rings, count }: TopologyEdges): Arcs {
  const other = (edge: number): number => {
    const opposite = twin[edge] ?? -1;
    return opposite < 0 ? -1 : (unit[opposite] ?? -1);
  };
  const [starts, left, right]: [number[], number[], number[]] = [[], [], []];
  // Each undirected edge is written once, and each arc adds one vertex.
  const vertices = new Int32Array(2 * count);
  let at = 0;
  const ringCount = rings.length - 1;
  for (let ring = 0; ring < ringCount; ring += 1) {
    const [first, past] = [rings[ring] ?? 0, rings[ring + 1] ?? 0];
    if (past <= first) continue;
    // Begin where the other side changes, so that no run goes over the ring's start.
    let begin = first;
    while (begin < past && other(begin) === other(begin === first ? past - 1 : begin - 1)) begin += 1;
    if (begin === past) begin = first;
    const size = past - first;
    let last = -2;
    for (let step = 0; step < size; step += 1) {
      const edge = first + ((begin - first + step) % size);
      const opposite = twin[edge] ?? -1;
      const beyond = other(edge);
      const own = unit[edge] ?? -1;
      // The unit given later leaves a shared edge to the earlier; within one unit the earlier edge counts.
      if (opposite >= 0 && (beyond < own || (beyond === own && opposite < edge))) {
        last = -2;
        continue;
      }
      if (beyond !== last) {
        starts.push(at);
        left.push(own);
        right.push(beyond);
        vertices[at] = from[edge] ?? 0;
        at += 1;
        last = beyond;
      }
      vertices[at] = to[edge] ?? 0;
      at += 1;
    }
  }
  starts.push(at);
  return {
    arcVertices: vertices.slice(0, at),
    arcStarts: Int32Array.from(starts),
    left: Int32Array.from(left),
    right: Int32Array.from(right),
  };
}
