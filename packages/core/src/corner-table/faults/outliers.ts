import { issue, type LocalText } from '../../issue.js';
import { figure, length } from '../figure-text.js';
import type { DeclaredArea } from '../statement/area.js';
import type { Shape } from '../statement/attributes.js';
import { largest, smallest } from '../text/extremes.js';
import { isEasting, isNorthing } from '../text/metres.js';
import { checkArea } from './area.js';
import { type Edit, lengthEdits, type Slip, substitutions, transpositions } from './digits.js';
import type { Fault } from './fault.js';
import type { PlanePart, PlanePoint } from './plane.js';
import { isSimple } from './ring-math.js';

/** A corner this many times farther from the middle than the farthest other one stands apart. */
const APART: Readonly<Record<Shape, number>> = { ring: 5, line: 12, point: 12 };
const LEAST_m = 30;
/** A ring with more wild corners than this is no ring with mistyped corners. */
const MOST = 12;
/** Longer rings are not searched for a hidden exchange of digits. */
const LONGEST_SEARCHED = 1_000;

interface Suggestion {
  readonly axis: 'north' | 'east';
  readonly edit: Edit;
  readonly point: PlanePoint;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

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

function edited(point: PlanePoint, axis: 'north' | 'east', value: number): PlanePoint {
  return axis === 'north' ? { ...point, y: value } : { ...point, x: value };
}

/** Whether a corner sits among the others: within their box, grown by its own half. */
function amongOthers(point: PlanePoint, others: readonly PlanePoint[]): boolean {
  const xs = others.map((other) => other.x);
  const ys = others.map((other) => other.y);
  const [west, east, south, north] = [smallest(xs), largest(xs), smallest(ys), largest(ys)];
  const margin = Math.max(LEAST_m, Math.hypot(east - west, north - south) / 2);
  return (
    point.x >= west - margin &&
    point.x <= east + margin &&
    point.y >= south - margin &&
    point.y <= north + margin
  );
}

/** Edits of one corner that bring it among the others and, in a ring, cross nothing. */
function allSuggestions(ring: readonly PlanePoint[], at: number, shape: Shape): Suggestion[] {
  const point = ring[at];
  if (point === undefined) return [];
  const others = ring.filter((_, index) => index !== at);
  return (['north', 'east'] as const).flatMap((axis) => {
    const value = axis === 'north' ? point.y : point.x;
    const wanted = String(
      Math.trunc(middle(others.map((other) => (axis === 'north' ? other.y : other.x)))),
    ).length;
    const edits = [...transpositions(value), ...substitutions(value), ...lengthEdits(value, wanted)];
    return edits.flatMap((edit): Suggestion[] => {
      const candidate = edited(point, axis, edit.value);
      if (!amongOthers(candidate, others)) return [];
      const next = ring.map((corner, index) => (index === at ? candidate : corner));
      return shape === 'ring' && next.length >= 4 && !isSimple(next)
        ? []
        : [{ axis, edit, point: candidate }];
    });
  });
}

/** The same number may come of several slips: it counts once, as the commonest. */
function suggestions(ring: readonly PlanePoint[], at: number, shape: Shape): Suggestion[] {
  const seen = new Set<string>();
  return allSuggestions(ring, at, shape).filter(({ axis, edit }) => {
    const key = `${axis} ${edit.value}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The one edit meant: the only one the declared area confirms, else the only transposition, else the only one. */
function settle(
  found: readonly Suggestion[],
  ring: readonly PlanePoint[],
  at: number,
  declared: DeclaredArea | null,
): { best: Suggestion | null; sure: boolean } {
  if (declared !== null) {
    const fitting = found.filter(({ point }) => {
      const points = ring.map((corner, index) => (index === at ? point : corner));
      return checkArea([{ hole: false, closed: false, points }], declared, null).agrees;
    });
    if (fitting.length > 0) return { best: fitting[0] ?? null, sure: fitting.length === 1 };
  }
  const transposed = found.filter(({ edit }) => edit.slip === 'transposed');
  if (transposed.length === 1) return { best: transposed[0] ?? null, sure: declared === null };
  return { best: found[0] ?? null, sure: found.length === 1 && declared === null };
}

const SLIPS: Readonly<Record<Slip, LocalText>> = {
  transposed: { vi: 'hai chữ số đổi chỗ', en: 'two digits exchanged' },
  substituted: { vi: 'một chữ số gõ sai', en: 'one digit mistyped' },
  lost: { vi: 'thiếu một chữ số', en: 'a digit lost' },
  added: { vi: 'thừa một chữ số', en: 'a digit too many' },
};

function hint(
  suggestion: Suggestion | null,
  sure: boolean,
  value: (axis: 'north' | 'east') => number,
): LocalText {
  if (suggestion === null) {
    return {
      vi: 'Một tọa độ bị gõ sai: đối chiếu với bản gốc.',
      en: 'A coordinate is mistyped: compare with the original.',
    };
  }
  const { axis, edit } = suggestion;
  const [vi, en] = axis === 'north' ? ['X (Bắc)', 'northing'] : ['Y (Đông)', 'easting'];
  const from = figure(value(axis), 3);
  const to = figure(edit.value, 3);
  const slip = SLIPS[edit.slip];
  return {
    vi: `Có lẽ ${slip.vi} ở ${vi}: ${from.vi} → ${to.vi}${sure ? '' : ' (chưa chắc, không tự sửa)'}`,
    en: `Probably ${slip.en} in the ${en}: ${from.en} → ${to.en}${sure ? '' : ' (not sure, not repaired by itself)'}`,
  };
}

function faultAt(
  ring: readonly PlanePoint[],
  at: number,
  shape: Shape,
  declared: DeclaredArea | null,
  words: LocalText,
  code: string,
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
      code,
      ['row', row],
      `Dòng ${row}: ${words.vi}`,
      `Row ${row}: ${words.en}`,
      hint(best, sure, (axis) => (axis === 'north' ? point.y : point.x)),
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
    const fault = faultAt(
      kept,
      at,
      shape,
      wild.length === 1 ? declared : null,
      {
        vi: `điểm cách các điểm khác ${length(away_m).vi}`,
        en: `the point lies ${length(away_m).en} from the others`,
      },
      'corner-outlier',
    );
    return fault === null ? [] : [fault];
  });
}

/**
 * A ring whose area contradicts the declared one though no corner stands apart: the one exchange of two digits in one
 * coordinate that makes the area come right, if there is exactly one.
 */
export function hiddenDigitFaults(part: PlanePart, declared: DeclaredArea): Fault[] {
  const ring = part.points.length > LONGEST_SEARCHED ? [] : part.points;
  const fitting = ring.flatMap((point, at) =>
    (['north', 'east'] as const).flatMap((axis) =>
      transpositions(axis === 'north' ? point.y : point.x).flatMap((edit) => {
        const candidate = edited(point, axis, edit.value);
        const points = ring.map((corner, index) => (index === at ? candidate : corner));
        if (!amongOthers(candidate, ring)) return [];
        if (!checkArea([{ hole: false, closed: false, points }], declared, null).agrees) return [];
        return isSimple(points) ? [{ at, suggestion: { axis, edit, point: candidate } }] : [];
      }),
    ),
  );
  const [only, another] = fitting;
  if (only === undefined || another !== undefined) return [];
  const point = ring[only.at];
  if (point === undefined) return [];
  const { axis, edit } = only.suggestion;
  const { row } = point.source;
  return [
    {
      blocks: true,
      repair: { kind: 'value', point: point.source, axis, value: edit.value },
      issue: issue(
        'corner-digits-exchanged',
        ['row', row],
        `Dòng ${row}: đổi chỗ hai chữ số thì diện tích khớp với diện tích ghi`,
        `Row ${row}: with two digits exchanged the area agrees with the declared one`,
        hint(only.suggestion, true, (which) => (which === 'north' ? point.y : point.x)),
      ),
    },
  ];
}
