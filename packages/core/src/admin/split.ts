import type { MultiPolygon, Polygon } from 'geojson';
import { geodesicArea_m2 } from '../geodesy/area.js';
import { geodesicDistance_m, geodesicLength_m } from '../geodesy/length.js';
import { bboxesMeet, bboxOf } from '../geometry/bbox.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { type CoverageEdges, coverageEdges, ringsOf } from '../geometry/partition/edges.js';
import { ok, type Result } from '../result.js';

/** One face of a commune cut by lines of another drawing, and the index of the cutter it belongs to. */
export interface SplitFace {
  readonly ground: Polygon;
  readonly cutter: number;
}

export interface SplitOptions {
  /**
   * A face thinner than this (twice its area by its outline) is where two drawings of one line run apart, not
   * ground of its own; it goes with the neighbour it shares the longest edge with.
   */
  readonly minWidth_m: number;
  /** Index given to ground that no cutter covers; `null`: it goes with its neighbours too. */
  readonly elsewhere: number | null;
}

/**
 * Cuts ground along the outlines of `cutters` into faces that share every vertex. Each face belongs to the cutter
 * that covers it. No face is lost: the faces partition the ground. Cutters that get no face are simply absent.
 */
export function splitGround(
  kernel: GeometryKernel,
  ground: MultiPolygon,
  cutters: readonly (Polygon | MultiPolygon)[],
  options: SplitOptions,
): Result<SplitFace[]> {
  const faces = facesOf(kernel, ground, cutters);
  if (!faces.ok) return faces;
  const covers = assignCovered(kernel, faces.value, cutters);
  if (!covers.ok) return covers;
  const assigned = faces.value.map((face, at) => {
    const thin = meanWidth_m(face) < options.minWidth_m;
    return thin ? null : (covers.value[at] ?? options.elsewhere);
  });
  spread(faces.value, assigned);
  return ok(faces.value.map((face, at) => ({ ground: face, cutter: assigned[at] ?? -1 })));
}

function facesOf(
  kernel: GeometryKernel,
  ground: MultiPolygon,
  cutters: readonly (Polygon | MultiPolygon)[],
): Result<Polygon[]> {
  const box = bboxOf(ground);
  const near = cutters
    .flatMap(ringsOf)
    .filter((ring) => bboxesMeet(bboxOf({ type: 'LineString', coordinates: ring }), box));
  const faces = kernel.faces({ type: 'MultiLineString', coordinates: [...ringsOf(ground), ...near] });
  if (!faces.ok) return faces;
  const prepared = kernel.prepare(ground);
  if (!prepared.ok) return prepared;
  const inside: Polygon[] = [];
  for (const face of faces.value) {
    const point = kernel.pointOnSurface(face);
    if (!point.ok) return point;
    const within = prepared.value.intersects({ type: 'Point', coordinates: point.value });
    if (!within.ok) return within;
    if (within.value) inside.push(face);
  }
  prepared.value.dispose();
  return ok(inside);
}

function assignCovered(
  kernel: GeometryKernel,
  faces: readonly Polygon[],
  cutters: readonly (Polygon | MultiPolygon)[],
): Result<(number | null)[]> {
  const covers = new Array<number | null>(faces.length).fill(null);
  for (const [index, cutter] of cutters.entries()) {
    const prepared = kernel.prepare(cutter);
    if (!prepared.ok) return prepared;
    for (const [at, face] of faces.entries()) {
      if (covers[at] !== null) continue;
      const point = kernel.pointOnSurface(face);
      if (!point.ok) return point;
      const within = prepared.value.intersects({ type: 'Point', coordinates: point.value });
      if (!within.ok) return within;
      if (within.value) covers[at] = index;
    }
    prepared.value.dispose();
  }
  return ok(covers);
}

/** Twice the area by the outline: the width of a strip, half the side of a square. */
export function meanWidth_m(face: Polygon): number {
  const outline_m = geodesicLength_m({ type: 'MultiLineString', coordinates: face.coordinates });
  return outline_m === 0 ? 0 : (2 * geodesicArea_m2(face)) / outline_m;
}

/** Gives every face without an owner to the owner it shares the longest edge with, the strongest tie first. */
function spread(faces: readonly Polygon[], owners: (number | null)[]): void {
  const ties = sharedLengths_m(coverageEdges(faces));
  for (;;) {
    let best: { face: number; owner: number; length_m: number } | undefined;
    for (const [face, owner] of owners.entries()) {
      if (owner !== null) continue;
      const byOwner = new Map<number, number>();
      for (const [other, length_m] of ties.get(face) ?? []) {
        const theirs = owners[other] ?? null;
        if (theirs !== null) byOwner.set(theirs, (byOwner.get(theirs) ?? 0) + length_m);
      }
      for (const [candidate, length_m] of byOwner) {
        if (best === undefined || length_m > best.length_m) best = { face, owner: candidate, length_m };
      }
    }
    if (best === undefined) return;
    owners[best.face] = best.owner;
  }
}

function sharedLengths_m(edges: CoverageEdges): Map<number, Map<number, number>> {
  const ties = new Map<number, Map<number, number>>();
  const { vertices } = edges;
  for (let edge = 0; edge < edges.count; edge += 1) {
    const twin = edges.twin[edge] ?? -1;
    if (twin < 0) continue;
    const [mine, theirs] = [edges.cell[edge] ?? -1, edges.cell[twin] ?? -1];
    const [a, b] = [edges.from[edge] ?? -1, edges.to[edge] ?? -1];
    const length_m = geodesicDistance_m([vertices.x(a), vertices.y(a)], [vertices.x(b), vertices.y(b)]);
    const ofMine = ties.get(mine) ?? new Map<number, number>();
    ofMine.set(theirs, (ofMine.get(theirs) ?? 0) + length_m);
    ties.set(mine, ofMine);
  }
  return ties;
}
