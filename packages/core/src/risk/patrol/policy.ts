import { z } from 'zod';
import { localText, slug } from '../../profile-fields.js';

/** How much a factor counts, and the value from which on it counts in full. */
const factor = z.strictObject({ weight: z.number().nonnegative(), full_at: z.number().positive() });

/** How a profile puts its communes and stretches of border in order for patrols. */
export const patrolSchema = z.strictObject({
  /** Why these figures. */
  why: localText,
  /** What a flag of each level counts, times the weight of its rule. */
  level_points: z.strictObject({
    high: z.number().nonnegative(),
    medium: z.number().nonnegative(),
    low: z.number().nonnegative(),
    info: z.number().nonnegative(),
  }),
  /** Incidents and machines seen in this time before the day count. */
  window_days: z.number().int().positive(),
  /** Borders are cut into stretches of about this length; what lies this near one is of it. */
  segment_length_m: z.number().positive(),
  segment_reach_m: z.number().positive(),
  layers: z.strictObject({
    inspections: slug,
    incidents: slug,
    equipment: slug,
    roads: slug,
    day_property: z.string().min(1),
    commune_property: z.string().min(1),
  }),
  factors: z.strictObject({
    risk: factor,
    days_since_check: factor,
    incidents: factor,
    equipment: factor,
    road_distance_m: factor,
  }),
});

export type PatrolPolicy = z.output<typeof patrolSchema>;
export type PatrolFactorName = keyof PatrolPolicy['factors'];
