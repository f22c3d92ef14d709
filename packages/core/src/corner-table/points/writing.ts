import type { Issue } from '../../issue.js';
import type { TablePoint } from './point.js';

/** How the points of one block are written. */
export interface Writing {
  readonly kind: 'metres' | 'angle';
  /** `north-first`: the left column holds northings or latitudes. */
  readonly order: 'north-first' | 'east-first';
}

export interface ReadPoints {
  readonly points: readonly TablePoint[];
  readonly writing: Writing;
  readonly notes: readonly Issue[];
  readonly issues: readonly Issue[];
}
