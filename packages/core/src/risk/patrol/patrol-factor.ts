import type { LocalText } from '../../issue.js';
import type { PatrolFactorName, PatrolPolicy } from './policy.js';

/** One factor of a priority, as it was counted. */
export interface PatrolFactor {
  readonly name: PatrolFactorName;
  readonly title: LocalText;
  /** What was found; `null`: the layer holds nothing of the place, which counts in full for checks. */
  readonly value: number | null;
  readonly unit: '1' | 'd' | 'm';
  /** Whether its layer was given: without it the factor counts nothing, here and everywhere. */
  readonly known: boolean;
  readonly weight: number;
  /** From here on it counts in full. */
  readonly full_at: number;
  /** What it adds, at most its weight. */
  readonly points: number;
}

const TITLES: Readonly<Record<PatrolFactorName, LocalText>> = {
  risk: { vi: 'Rủi ro của các khu vực', en: 'Risk of the sites' },
  days_since_check: { vi: 'Số ngày chưa kiểm tra', en: 'Days since the last check' },
  incidents: { vi: 'Số vụ việc gần đây', en: 'Recent incidents' },
  equipment: { vi: 'Số máy móc mới thấy', en: 'Machines seen recently' },
  road_distance_m: { vi: 'Khoảng cách tới đường chính', en: 'Distance to a main road' },
};
const UNITS = {
  risk: '1',
  days_since_check: 'd',
  incidents: '1',
  equipment: '1',
  road_distance_m: 'm',
} as const;

/** The points of a factor: its weight, times the part of `full_at` that was found. */
export function patrolFactor(
  policy: PatrolPolicy,
  name: PatrolFactorName,
  known: boolean,
  value: number | null,
): PatrolFactor {
  const { weight, full_at } = policy.factors[name];
  const part = value === null ? 1 : Math.min(1, value / full_at);
  return {
    name,
    title: TITLES[name],
    value: value === null ? null : Number(value.toFixed(2)),
    unit: UNITS[name],
    known,
    weight,
    full_at,
    points: known ? Number((weight * part).toFixed(4)) : 0,
  };
}

/** 0 to 100: the points of the known factors, of all they could have. */
export function patrolScore(factors: readonly PatrolFactor[]): number {
  const known = factors.filter((factor) => factor.known);
  const all = known.reduce((sum, { weight }) => sum + weight, 0);
  const points = known.reduce((sum, factor) => sum + factor.points, 0);
  return all === 0 ? 0 : Number(((100 * points) / all).toFixed(1));
}
