import type { LocalText } from '../../issue.js';
import { figure } from '../figure-text.js';
import type { DeclaredArea } from '../statement/area.js';
import type { Shape } from '../statement/attributes.js';
import { largest, smallest } from '../text/extremes.js';
import { checkArea } from './area.js';
import { type Edit, lengthEdits, type Slip, substitutions, transpositions } from './digits.js';
import { middle } from './middle.js';
import type { PlanePoint } from './plane.js';
import { isSimple } from './ring-math.js';

/** One coordinate of one corner, as it may have been meant. */
export interface Suggestion {
  readonly axis: 'north' | 'east';
  readonly edit: Edit;
  readonly point: PlanePoint;
}

/** Corners of a small site stay this near one another's box. */
const LEAST_m = 30;

export function edited(point: PlanePoint, axis: 'north' | 'east', value: number): PlanePoint {
  return axis === 'north' ? { ...point, y: value } : { ...point, x: value };
}

/** Whether a corner sits among the others: within their box, grown by its own half. */
export function amongOthers(point: PlanePoint, others: readonly PlanePoint[]): boolean {
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
export function suggestions(ring: readonly PlanePoint[], at: number, shape: Shape): Suggestion[] {
  const seen = new Set<string>();
  return allSuggestions(ring, at, shape).filter(({ axis, edit }) => {
    const key = `${axis} ${edit.value}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The edit meant: the one the declared area confirms, else the likeliest. */
export function settle(
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
  // Likeliest first; nothing confirms it, so it is sure only where it is the only one.
  return { best: found[0] ?? null, sure: found.length === 1 && declared === null };
}

const SLIPS: Readonly<Record<Slip, LocalText>> = {
  transposed: { vi: 'hai chữ số đổi chỗ', en: 'two digits exchanged' },
  substituted: { vi: 'một chữ số gõ sai', en: 'one digit mistyped' },
  lost: { vi: 'thiếu một chữ số', en: 'a digit lost' },
  added: { vi: 'thừa một chữ số', en: 'a digit too many' },
};

export function slipHint(
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
