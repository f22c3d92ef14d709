import { lengthText } from '../../figure-text.js';
import type { LocalText } from '../../issue.js';
import type { SiteOverlap } from '../../overlap/site-overlap.js';
import type { Fact } from '../flag.js';
import { lengthFact } from './facts.js';
import type { Finding, SiteView } from './finding.js';
import { atMost, type Figure } from './threshold.js';
import { siteName } from './wording.js';

/** What a site is held to be near: its name, how far it is with what error, and the limit. */
export interface Nearness {
  readonly place: LocalText;
  readonly distance: Figure;
  readonly within_m: number;
  readonly facts: readonly Fact[];
}

/** A finding for a site at most so far from a place; inside the error bar of the limit it is undetermined. */
export function nearPlace(view: SiteView, overlap: SiteOverlap, near: Nearness): Finding | null {
  const answer = atMost(near.distance, near.within_m);
  if (answer === 'no') return null;
  const communes = overlap.measured === 'communes';
  const certainty =
    communes && overlap.verdict !== 'in' ? 'possible' : answer === 'yes' ? 'certain' : 'undetermined';
  const [far, off, limit] = [near.distance.value, near.distance.error, near.within_m].map(lengthText);
  const [name, { place }] = [siteName(view.site), near];
  const head = {
    vi: `${name}${communes ? ' chỉ biết theo xã; chỗ gần nhất của các xã đó' : ''} cách ${place.vi} ${far?.vi} (sai số ±${off?.vi})`,
    en: `${communes ? `${name} is known only by its communes; their nearest place` : name} lies ${far?.en} (±${off?.en}) from ${place.en}`,
  };
  const tail = {
    certain: { vi: `, không quá ${limit?.vi}.`, en: `, within ${limit?.en}.` },
    possible: {
      vi: `, nên khu vực có thể ở trong ${limit?.vi}.`,
      en: `, so the site is possibly within ${limit?.en}.`,
    },
    undetermined: {
      vi: `, nên chưa xác định được có ở trong ${limit?.vi} hay không.`,
      en: `, so whether it is within ${limit?.en} is undetermined.`,
    },
  }[certainty];
  return {
    certainty,
    reason: { vi: head.vi + tail.vi, en: head.en + tail.en },
    facts: [
      lengthFact(
        'distance_m',
        { vi: 'Khoảng cách', en: 'Distance' },
        near.distance.value,
        near.distance.error,
      ),
      { name: 'within_m', title: { vi: 'Ngưỡng', en: 'Limit' }, value: near.within_m, unit: 'm' },
      ...near.facts,
    ],
    neighbour: null,
    facingAt: null,
  };
}
