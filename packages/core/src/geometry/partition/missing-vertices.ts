import type { Position } from 'geojson';
import { bboxGrown } from '../bbox.js';
import { asMultiPolygon } from '../polygonal.js';
import { spatialIndex } from '../spatial-index.js';
import { rewind } from '../winding.js';
import { type Cell, coverageEdges } from './edges.js';
import { openEdges } from './open-edges.js';

/**
 * Where a vertex of one cell lies on an edge of another (a T-junction: an overlay made it), the other cell gets it
 * too, so that their edges match. Ground does not change by more than `tolerance` times the edge. Cells without
 * such an edge come back as they were.
 */
export function withMissingVertices(cells: readonly Cell[], tolerance: number): Cell[] {
  const edges = coverageEdges(cells);
  const { vertices } = edges;
  const open = openEdges(edges);
  const index = spatialIndex(open.map((edge) => edge.box));
  const inserts = new Map<number, Map<string, { id: number; along: number }[]>>();
  for (const id of new Set(open.flatMap((edge) => [edge.from, edge.to]))) {
    const [x, y] = [vertices.x(id), vertices.y(id)];
    for (const at of index.search(bboxGrown([x, y, x, y], tolerance))) {
      const edge = open[at];
      if (edge === undefined || edge.from === id || edge.to === id) continue;
      const along = positionOn(edge.ends, [x, y], tolerance);
      if (along === undefined) continue;
      const ofCell = inserts.get(edge.cell) ?? new Map<string, { id: number; along: number }[]>();
      inserts.set(edge.cell, ofCell);
      const key = `${edge.from}>${edge.to}`;
      ofCell.set(key, [...(ofCell.get(key) ?? []), { id, along }]);
    }
  }
  const refine = (ring: readonly Position[], ofCell: ReadonlyMap<string, { id: number; along: number }[]>) =>
    ring.flatMap((position, at): Position[] => {
      const next = ring[at + 1];
      if (next === undefined) return [position];
      const ends = [position, next].map(([px = 0, py = 0]) => vertices.idOf(px, py));
      const found = ofCell.get(ends.join('>')) ?? [];
      const between = found.toSorted((a, b) => a.along - b.along);
      return [position, ...between.map(({ id }): Position => [vertices.x(id), vertices.y(id)])];
    });
  return cells.map((cell, at) => {
    const ofCell = inserts.get(at);
    if (ofCell === undefined) return cell;
    const wound = rewind(asMultiPolygon(cell));
    const coordinates = wound.coordinates.map((rings) => rings.map((ring) => refine(ring, ofCell)));
    return { type: 'MultiPolygon', coordinates };
  });
}

/** How far along the segment (0..1, ends excluded) the point lies, or `undefined` when it is not on it. */
function positionOn(ends: readonly [Position, Position], point: Position, tolerance: number) {
  const [[ax = 0, ay = 0], [bx = 0, by = 0]] = ends;
  const [px = 0, py = 0] = point;
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy);
  if (!(along > 0 && along < 1)) return undefined;
  return Math.hypot(px - ax - along * dx, py - ay - along * dy) <= tolerance ? along : undefined;
}
