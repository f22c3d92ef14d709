import { bboxOf } from '../../geometry/bbox.js';
import type { GeometryKernel } from '../../geometry/kernel.js';
import { type Issue, issue } from '../../issue.js';
import { hectares } from '../../units.js';
import { figure } from '../figure-text.js';
import { siteLabel } from '../site/site-label.js';
import type { PlanePart, PlanePoint } from './plane.js';
import { inRing } from './ring-math.js';

/** A site's outline for the comparison of sites; only simple rings come here. */
export interface Outline {
  readonly id: string;
  readonly name: string | null;
  readonly shell: readonly PlanePoint[];
  readonly parts: readonly PlanePart[];
}

/** Less than this is rounding along a common edge. */
const LEAST_OVERLAP_m2 = 1;

function box(ring: readonly PlanePoint[]): Box {
  return bboxOf({ type: 'MultiPoint', coordinates: ring.map(({ x, y }) => [x, y]) });
}

function polygon({ parts }: Outline) {
  const ring = (points: readonly PlanePoint[]) =>
    [...points, ...points.slice(0, 1)].map(({ x, y }): [number, number] => [x, y]);
  const shells = parts.filter((part) => !part.hole);
  const holes = parts.filter((part) => part.hole);
  return {
    type: 'MultiPolygon' as const,
    coordinates: shells.map((shell) => [
      ring(shell.points),
      ...holes.filter((hole) => inside(hole, shell)).map((hole) => ring(hole.points)),
    ]),
  };
}

function inside(hole: PlanePart, shell: PlanePart): boolean {
  const [point] = hole.points;
  return point !== undefined && inRing(shell.points, point.x, point.y);
}

/** Common ground of two sites, square metres, or `null` when the kernel cannot say. */
function common_m2(kernel: GeometryKernel, a: Outline, b: Outline): number | null {
  const shared = kernel.intersection(polygon(a), polygon(b));
  if (!shared.ok) return null;
  const area = kernel.area(shared.value);
  return area.ok ? area.value : null;
}

/** Strictly crossing edges, or a corner of one well inside the other: overlap without measuring it. */
function overlapsWithoutKernel(a: Outline, b: Outline): boolean {
  const middleOf = ({ shell }: Outline) => {
    const n = shell.length || 1;
    return {
      x: shell.reduce((sum, point) => sum + point.x, 0) / n,
      y: shell.reduce((sum, point) => sum + point.y, 0) / n,
    };
  };
  const corners = (one: Outline, two: Outline) => {
    const { x, y } = middleOf(one);
    // Moved a hair towards the middle of its own site, a corner on a common edge falls outside the neighbour.
    return one.shell.some((point) => {
      const [dx, dy] = [x - point.x, y - point.y];
      const step = 0.01 / (Math.hypot(dx, dy) || 1);
      const [px, py] = [point.x + dx * step, point.y + dy * step];
      return inRing(two.shell, px, py) && inRing(one.shell, px, py);
    });
  };
  const common = commonBox(box(a.shell), box(b.shell));
  const [ours, theirs] = [edgesIn(a.shell, common), edgesIn(b.shell, common)];
  const edges = ours.some(([from, to]) => theirs.some(([c, d]) => properlyCross(from, to, c, d)));
  return edges || corners(a, b) || corners(b, a);
}

type Box = readonly [west: number, south: number, east: number, north: number];

function commonBox(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/** The edges of a ring that come near a box. */
function edgesIn(
  ring: readonly PlanePoint[],
  [west, south, east, north]: Box,
): (readonly [PlanePoint, PlanePoint])[] {
  return ring.flatMap((from, at) => {
    const to = ring[(at + 1) % ring.length];
    const outside =
      to === undefined ||
      Math.max(from.x, to.x) < west ||
      Math.min(from.x, to.x) > east ||
      Math.max(from.y, to.y) < south ||
      Math.min(from.y, to.y) > north;
    return outside ? [] : [[from, to] as const];
  });
}

function properlyCross(a: PlanePoint, b: PlanePoint, c: PlanePoint, d: PlanePoint): boolean {
  const side = (p: PlanePoint, q: PlanePoint, r: PlanePoint) =>
    ((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)) / (Math.hypot(q.x - p.x, q.y - p.y) || 1);
  // A centimetre off the line is rounding of a common edge.
  const clear = (one: number, two: number) => (one > 0.01 && two < -0.01) || (one < -0.01 && two > 0.01);
  return clear(side(a, b, c), side(a, b, d)) && clear(side(c, d, a), side(c, d, b));
}

/** Sites of one sheet that cover the same ground. */
export function overlapIssues(outlines: readonly Outline[], kernel: GeometryKernel | undefined): Issue[] {
  const boxes = outlines.map(({ shell }) => box(shell));
  const found: Issue[] = [];
  outlines.forEach((a, i) => {
    outlines.slice(i + 1).forEach((b, offset) => {
      const [one, two] = [boxes[i], boxes[i + 1 + offset]];
      if (one === undefined || two === undefined) return;
      if (one[0] > two[2] || two[0] > one[2] || one[1] > two[3] || two[1] > one[3]) return;
      const area_m2 = kernel === undefined ? null : common_m2(kernel, a, b);
      if (area_m2 === null ? !overlapsWithoutKernel(a, b) : area_m2 < LEAST_OVERLAP_m2) return;
      found.push(overlapIssue(a, b, area_m2));
    });
  });
  return found;
}

function overlapIssue(a: Outline, b: Outline, area_m2: number | null): Issue {
  const [nameA, nameB] = [siteLabel(a), siteLabel(b)];
  const [rowA, rowB] = [a.shell[0]?.source.row ?? 0, b.shell[0]?.source.row ?? 0];
  const area = area_m2 === null ? null : figure(hectares(area_m2), 4);
  return issue(
    'corner-sites-overlap',
    ['row', rowB],
    `Hai khu vực ${nameA.vi} (từ dòng ${rowA}) và ${nameB.vi} (từ dòng ${rowB}) chồng nhau${area === null ? '' : ` ${area.vi} ha`}`,
    `Sites ${nameA.en} (from row ${rowA}) and ${nameB.en} (from row ${rowB}) overlap${area === null ? '' : ` by ${area.en} ha`}`,
    {
      vi: 'Một ranh bị chép sai, hoặc khu vực sau là phần loại trừ (lỗ) của khu vực trước.',
      en: 'One outline is miscopied, or the second is an excluded part (hole) of the first.',
    },
  );
}
