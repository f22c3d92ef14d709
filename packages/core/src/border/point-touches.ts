import type { Position } from 'geojson';
import type { MetricFrame } from '../geodesy/metric-frame.js';
import { spatialIndex } from '../geometry/spatial-index.js';
import type { CommonEdges } from './common-edges.js';
import { distanceToEdge, type NearEdge } from './near-edges.js';
import type { OutlineEdge } from './outline.js';

/** Nearer than this two outlines touch: the same bound as for a shared vertex, ten times over for T-junctions. */
const TOUCH_m = 0.01;
/** Touches this near each other are one. */
const ONE_TOUCH_m = 1;

/**
 * Where two outlines meet without sharing a line: common vertices, and vertices of the first on an edge of the
 * second, that no part of the border comes by.
 */
export function pointTouches(
  first: readonly OutlineEdge[],
  common: CommonEdges,
  near: readonly NearEdge[],
  lines: readonly (readonly Position[])[],
  frame: MetricFrame,
): Position[] {
  const onLine = lineFinder(lines, frame);
  const candidates: [number, number][] = first
    .filter((edge) => common.isCommonVertex(edge.x0, edge.y0))
    .map((edge) => [edge.x0, edge.y0]);
  for (const { edge, partners } of near) {
    for (const partner of partners) {
      if (distanceToEdge(edge.x0, edge.y0, partner) <= TOUCH_m) candidates.push([edge.x0, edge.y0]);
      if (distanceToEdge(partner.x0, partner.y0, edge) <= TOUCH_m) candidates.push([partner.x0, partner.y0]);
    }
  }
  const touches: [number, number][] = [];
  for (const [x, y] of candidates) {
    if (onLine(x, y)) continue;
    if (touches.some(([tx, ty]) => Math.hypot(tx - x, ty - y) <= ONE_TOUCH_m)) continue;
    touches.push([x, y]);
  }
  return touches.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((point) => frame.toLonLat(point));
}

function lineFinder(
  lines: readonly (readonly Position[])[],
  frame: MetricFrame,
): (x: number, y: number) => boolean {
  const edges = lines.flatMap((line, ring) => {
    const points = line.map((position) => frame.toMetric(position));
    return points.slice(1).map(([x1, y1], edge) => {
      const [x0, y0] = points[edge] ?? [x1, y1];
      return { ring, edge, x0, y0, x1, y1 };
    });
  });
  const index = spatialIndex(
    edges.map(({ x0, y0, x1, y1 }) => [
      Math.min(x0, x1),
      Math.min(y0, y1),
      Math.max(x0, x1),
      Math.max(y0, y1),
    ]),
  );
  return (x, y) =>
    index.search([x - ONE_TOUCH_m, y - ONE_TOUCH_m, x + ONE_TOUCH_m, y + ONE_TOUCH_m]).some((at) => {
      const edge = edges[at];
      return edge !== undefined && distanceToEdge(x, y, edge) <= ONE_TOUCH_m;
    });
}
