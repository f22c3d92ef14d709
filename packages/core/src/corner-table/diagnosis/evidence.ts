import type { LocalText } from '../../issue.js';

/** What speaks for or against a reading, in words and in weight. */
export interface Evidence {
  readonly side: 'for' | 'against';
  readonly kind:
    | 'range'
    | 'place'
    | 'meridian'
    | 'zone-width'
    | 'scale'
    | 'datum'
    | 'utm-zone'
    | 'code'
    | 'zone-number'
    | 'axis-order'
    | 'ring-order'
    | 'area'
    | 'neighbours'
    | 'second-columns'
    | 'province-habit'
    | 'recipe';
  readonly text: LocalText;
  /** Natural logarithm of how much likelier the evidence makes the reading; negative against. */
  readonly weight: number;
}

export function evidence(kind: Evidence['kind'], weight: number, vi: string, en: string): Evidence {
  return { side: weight >= 0 ? 'for' : 'against', kind, text: { vi, en }, weight };
}
