import { issue, type LocalText } from '../../issue.js';
import { length } from '../figure-text.js';
import type { DeclaredArea } from '../statement/area.js';
import type { Shape } from '../statement/attributes.js';
import { largest } from '../text/extremes.js';
import { isEasting, isNorthing } from '../text/metres.js';
import type { Fault } from './fault.js';
import { middle } from './middle.js';
import type { PlanePart, PlanePoint } from './plane.js';
import { settle, slipHint, suggestions } from './suggestions.js';

/** A corner this many times farther from the middle than the farthest other one stands apart. */
const APART: Readonly<Record<Shape, number>> = { ring: 5, line: 12, point: 12 };
const LEAST_m = 30;
/** A ring with more wild corners than this is no ring with mistyped corners. */
const MOST = 12;

/** How far a corner stands off the others, in their own radius. */
function apartness(point: PlanePoint, others: readonly PlanePoint[]): { ratio: number; away_m: number } {
  const x = middle(others.map((other) => other.x));
  const y = middle(others.map((other) => other.y));
  const radius = largest(
    others.map((other) => Math.hypot(other.x - x, other.y - y)),
    1,
  );
  const away_m = Math.hypot(point.x - x, point.y - y);
  return { ratio: away_m / radius, away_m };
}

/** Corners whose numbers no zone of Vietnam holds, where most corners' do: a digit was lost or added. */
function impossible(points: readonly PlanePoint[]): PlanePoint[] {
  const wild = points.filter(
    ({ source: { item, north, east } }) =>
      item.pair.kind === 'metres' && !(isNorthing(north ?? 0) && isEasting(east ?? 0)),
  );
  return wild.length < points.length / 2 ? wild : [];
}

/** Corners that stand apart: one against all others, farthest first, as long as enough others are left. */
function outliers(points: readonly PlanePoint[], shape: Shape): PlanePoint[] {
  const found = impossible(points);
  const lost = new Set(found);
  let rest = points.filter((point) => !lost.has(point));
  while (rest.length >= 4 && found.length < Math.min(MOST, points.length / 4)) {
    const x = middle(rest.map((point) => point.x));
    const y = middle(rest.map((point) => point.y));
    const farthest = rest.reduce((a, b) =>
      Math.hypot(b.x - x, b.y - y) > Math.hypot(a.x - x, a.y - y) ? b : a,
    );
    const others = rest.filter((point) => point !== farthest);
    const { ratio, away_m } = apartness(farthest, others);
    if (ratio < APART[shape] || away_m < LEAST_m) {
      // Two wild corners hide each other: look past the farthest once.
      const second = hiddenPair(rest, farthest, shape);
      if (second === null) break;
      found.push(farthest, second);
      rest = rest.filter((point) => point !== farthest && point !== second);
      continue;
    }
    found.push(farthest);
    rest = others;
  }
  return found;
}

function hiddenPair(rest: readonly PlanePoint[], farthest: PlanePoint, shape: Shape): PlanePoint | null {
  if (rest.length < 6) return null;
  const others = rest.filter((point) => point !== farthest);
  const x = middle(others.map((point) => point.x));
  const y = middle(others.map((point) => point.y));
  const second = others.reduce((a, b) =>
    Math.hypot(b.x - x, b.y - y) > Math.hypot(a.x - x, a.y - y) ? b : a,
  );
  const kept = others.filter((point) => point !== second);
  const wild = [farthest, second].every((point) => {
    const { ratio, away_m } = apartness(point, kept);
    return ratio >= APART[shape] && away_m >= LEAST_m;
  });
  return wild ? second : null;
}

function faultAt(
  ring: readonly PlanePoint[],
  at: number,
  shape: Shape,
  declared: DeclaredArea | null,
  words: LocalText,
): Fault | null {
  const point = ring[at];
  if (point === undefined) return null;
  const { best, sure } = settle(suggestions(ring, at, shape), ring, at, declared);
  const { row } = point.source;
  return {
    blocks: true,
    repair:
      best !== null && sure
        ? { kind: 'value', point: point.source, axis: best.axis, value: best.edit.value }
        : null,
    issue: issue(
      'corner-outlier',
      ['row', row],
      `Dòng ${row}: ${words.vi}`,
      `Row ${row}: ${words.en}`,
      slipHint(best, sure, (axis) => (axis === 'north' ? point.y : point.x)),
    ),
  };
}

/** Corners far from all others, with the digit that was probably mistyped. */
export function outlierFaults(part: PlanePart, shape: Shape, declared: DeclaredArea | null): Fault[] {
  const wild = outliers(part.points, shape);
  const apart = new Set(wild);
  return wild.slice(0, MOST).flatMap((point) => {
    const kept = part.points.filter((other) => other === point || !apart.has(other));
    const at = kept.indexOf(point);
    const { away_m } = apartness(
      point,
      kept.filter((other) => other !== point),
    );
    const fault = faultAt(kept, at, shape, wild.length === 1 ? declared : null, {
      vi: `điểm cách các điểm khác ${length(away_m).vi}`,
      en: `the point lies ${length(away_m).en} from the others`,
    });
    return fault === null ? [] : [fault];
  });
}
