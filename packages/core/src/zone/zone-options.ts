import type { SharedBorder } from '../border/shared-border.js';
import { type Issue, issue } from '../issue.js';
import type { ZoneMember } from './zone-commune.js';

/** What every way to ask for zones has in common. */
export interface ZoneOptions {
  /** Outer distances of the rings, in metres, 10 m to 50 km; sorted here. */
  readonly widths_m: readonly number[];
  /** Units to divide the zones by; those elsewhere are ignored. */
  readonly communes?: readonly ZoneMember[];
  /**
   * `pair` (default): only ground of the units themselves. `free`: ground of others and of nobody too; it counts for
   * the side of the line it lies on, and beyond an end of the line for the side of the last edge drawn on.
   */
  readonly clip?: 'pair' | 'free';
  /**
   * `round` (default): everything within the width of the border. `flat`: nothing that lies past a straight line
   * across an end of the border and is near to its last stretch only.
   */
  readonly ends?: 'round' | 'flat';
}

export interface BorderZoneOptions extends ZoneOptions {
  /** The shared border where it is known already. */
  readonly border?: SharedBorder;
  /** Whose ground: both units' (default), the first's or the second's only. */
  readonly side?: 'both' | 'first' | 'second';
}

const WIDEST_m = 50_000;
const NARROWEST_m = 10;

/** The widths in order, each once. */
export function sortedWidths_m({ widths_m }: ZoneOptions): number[] {
  return [...new Set(widths_m)].sort((one, two) => one - two);
}

export function widthIssues(widths_m: readonly number[]): Issue[] {
  if (widths_m.length === 0) {
    return [issue('zone-width-missing', ['widths_m'], 'Chưa cho bề rộng vùng.', 'No zone width was given.')];
  }
  return widths_m
    .filter((width_m) => !(width_m >= NARROWEST_m && width_m <= WIDEST_m))
    .map((width_m) =>
      issue(
        'zone-width-out-of-range',
        ['widths_m'],
        `Bề rộng vùng ${width_m} m nằm ngoài khoảng ${NARROWEST_m}–${WIDEST_m} m.`,
        `The zone width ${width_m} m is outside ${NARROWEST_m}–${WIDEST_m} m.`,
      ),
    );
}
