import { lengthText } from '../../figure-text.js';
import type { SiteOverlap } from '../../overlap/site-overlap.js';
import type { RuleOf } from '../../rule.js';
import type { BorderLine } from '../border-line.js';
import { reachOf } from './border-reach.js';
import { disputeFacts, disputeOf, disputeText } from './dispute.js';
import { lengthFact, METHODS, textFact } from './facts.js';
import type { Finding, SiteView, Unmet } from './finding.js';
import { outsideGround } from './outside-ground.js';
import { borderText, ringText, siteName } from './wording.js';

/** The ring asked about. */
export type BorderRing = Pick<RuleOf<'near-border'>, 'beyond_m' | 'within_m'>;

/** Metres between which the distance lies: an error bar, or the extent of the communes. */
interface Interval {
  readonly from_m: number;
  readonly to_m: number;
}

/**
 * The site lies in a ring along a border, on one of its two sides: farther than `beyond_m` and at most `within_m`
 * from the line. One finding a border. A site known by its communes has the distances of their ground; a site with
 * a position has its distance and error bar, and is undetermined where a limit of the ring lies in it.
 */
export function nearBorder(view: SiteView, rule: BorderRing): readonly Finding[] {
  return view.ground.borders.flatMap((line): Finding[] => {
    const overlap = view.borders.find((candidate) => candidate.feature_id === line.pair);
    const onSide = view.place.provinces.some((unit) => [line.subject.code, line.neighbour.code].includes(unit.code)); // biome-ignore format: one question
    if (overlap === undefined || !onSide) return [];
    const found =
      view.communeGround === null
        ? byPosition(view, rule, line, overlap)
        : byCommunes(view, rule, line, overlap);
    return found === null ? [] : [found];
  });
}

/** The nearest border that was measured, and how far it is; `distance_m` is 0 for a site that crosses. */
export function notNearBorder(view: SiteView, rule: BorderRing): Unmet {
  if (view.place.provinces.length === 0) return outsideGround(view);
  const [name, ring] = [siteName(view.site), ringText(rule.beyond_m, rule.within_m)];
  const nearest = view.borders.toSorted((a, b) => a.distance_m - b.distance_m)[0];
  const line = view.ground.borders.find(({ pair }) => pair === nearest?.feature_id);
  if (nearest === undefined || line === undefined) {
    return {
      cause: 'not-met',
      reason: {
        vi: `${name} không gần đường giáp ranh nào, nên không ở trong dải ${ring.vi}.`,
        en: `${name} is near no border, so it is not in the ring ${ring.en}.`,
      },
      facts: limits(rule),
    };
  }
  const [border, far, off] = [borderText(line), lengthText(nearest.distance_m), lengthText(nearest.error_m)];
  const known = view.communeGround !== null;
  return {
    cause: 'not-met',
    reason: {
      vi: known
        ? `${name} chỉ biết theo xã; chỗ gần nhất của các xã đó cách ${border.vi} ${far.vi} (sai số ±${off.vi}), không ở trong dải ${ring.vi}.`
        : `${name} cách ${border.vi} ${far.vi} (sai số ±${off.vi}), không ở trong dải ${ring.vi}.`,
      en: known
        ? `${name} is known only by its communes; their nearest place lies ${far.en} (±${off.en}) from ${border.en}, not in the ring ${ring.en}.`
        : `${name} lies ${far.en} (±${off.en}) from ${border.en}, not in the ring ${ring.en}.`,
    },
    facts: [
      known
        ? lengthFact('distance_min_m', NEAREST, nearest.distance_m, nearest.error_m)
        : lengthFact('distance_m', DISTANCE, nearest.distance_m, nearest.error_m),
      ...limits(rule),
      textFact('border', BORDER, line.pair),
    ],
  };
}

function covers(rule: BorderRing, { from_m, to_m }: Interval): 'all' | 'some' | 'none' {
  // The innermost ring begins at the line itself.
  const beyond_m = rule.beyond_m === 0 ? Number.NEGATIVE_INFINITY : rule.beyond_m;
  if (to_m <= beyond_m || from_m > rule.within_m) return 'none';
  return from_m > beyond_m && to_m <= rule.within_m ? 'all' : 'some';
}

function byPosition(
  view: SiteView,
  rule: BorderRing,
  line: BorderLine,
  { distance_m, error_m }: SiteOverlap,
): Finding | null {
  // Between two drawings of the line the place may lie on the true one.
  const dispute = disputeOf(view, line);
  const from_m = dispute === undefined ? distance_m - error_m : 0;
  const covered = covers(rule, { from_m, to_m: distance_m + error_m });
  if (covered === 'none') return null;
  const [name, border, ring] = [
    siteName(view.site),
    borderText(line),
    ringText(rule.beyond_m, rule.within_m),
  ];
  const [far, off] = [lengthText(distance_m), lengthText(error_m)];
  if (dispute !== undefined) {
    const said = disputeText(dispute);
    return {
      certainty: 'undetermined',
      reason: {
        vi: `${name}: ${said.vi} về phần đất có khu vực này; cách ${border.vi} theo nét vẽ đang dùng ${far.vi} (sai số ±${off.vi}), nên có thể ở trong dải ${ring.vi}.`,
        en: `${name}: ${said.en} about the ground it lies in; it is ${far.en} (±${off.en}) from ${border.en} as drawn here, so it is possibly in the ring ${ring.en}.`,
      },
      facts: [
        lengthFact('distance_m', DISTANCE, distance_m, error_m),
        ...limits(rule),
        ...disputeFacts(dispute),
        textFact('border', BORDER, line.pair),
      ],
      neighbour: line.neighbour,
      facingAt: reachOf(view, line).facing,
    };
  }
  const head = {
    vi: `${name} cách ${border.vi} ${far.vi} (sai số ±${off.vi})`,
    en: `${name} lies ${far.en} (±${off.en}) from ${border.en}`,
  };
  const tail =
    covered === 'all'
      ? { vi: `, trong dải ${ring.vi}.`, en: `, in the ring ${ring.en}.` }
      : {
          vi: `, nên chưa xác định được có ở trong dải ${ring.vi} hay không.`,
          en: `, so whether it is in the ring ${ring.en} is undetermined.`,
        };
  return {
    certainty: covered === 'all' ? 'certain' : 'undetermined',
    reason: { vi: head.vi + tail.vi, en: head.en + tail.en },
    facts: [
      lengthFact('distance_m', DISTANCE, distance_m, error_m),
      ...limits(rule),
      textFact('border', BORDER, line.pair),
    ],
    neighbour: line.neighbour,
    facingAt: reachOf(view, line).facing,
  };
}

function byCommunes(
  view: SiteView,
  rule: BorderRing,
  line: BorderLine,
  { distance_m, error_m }: SiteOverlap,
): Finding | null {
  if (distance_m - error_m > rule.within_m) return null;
  const { farthest_m } = reachOf(view, line);
  const covered = covers(rule, { from_m: distance_m - error_m, to_m: farthest_m + error_m });
  if (covered === 'none') return null;
  const [name, border, ring] = [
    siteName(view.site),
    borderText(line),
    ringText(rule.beyond_m, rule.within_m),
  ];
  const [near, far] = [lengthText(distance_m), lengthText(farthest_m)];
  const head = {
    vi: `${name} chỉ biết theo xã; vùng đất chứa các xã đó cách ${border.vi} từ ${near.vi} đến ${far.vi}`,
    en: `${name} is known only by its communes; the ground that holds them lies ${near.en} to ${far.en} from ${border.en}`,
  };
  const tail =
    covered === 'all'
      ? { vi: `, tất cả trong dải ${ring.vi}.`, en: `, all of it in the ring ${ring.en}.` }
      : {
          vi: `, nên khu vực có thể ở trong dải ${ring.vi}.`,
          en: `, so the site is possibly in the ring ${ring.en}.`,
        };
  return {
    certainty: covered === 'all' ? 'certain' : 'possible',
    reason: { vi: head.vi + tail.vi, en: head.en + tail.en },
    facts: [
      lengthFact('distance_min_m', NEAREST, distance_m, error_m),
      lengthFact('distance_max_m', FARTHEST, farthest_m, error_m, METHODS['farthest-vertex']),
      ...limits(rule),
      textFact('border', BORDER, line.pair),
    ],
    neighbour: line.neighbour,
    facingAt: reachOf(view, line).facing,
  };
}

const DISTANCE = { vi: 'Khoảng cách đến đường giáp ranh', en: 'Distance to the border' };
const NEAREST = { vi: 'Chỗ gần đường giáp ranh nhất', en: 'Nearest place to the border' };
const FARTHEST = { vi: 'Chỗ xa đường giáp ranh nhất', en: 'Farthest place from the border' };
const BORDER = { vi: 'Đường giáp ranh', en: 'Border' };

function limits(rule: BorderRing) {
  const threshold = (name: string, vi: string, en: string, value: number) =>
    ({ name, title: { vi, en }, value, unit: 'm' }) as const;
  return [
    threshold('beyond_m', 'Ngưỡng dưới của dải', 'Lower limit of the ring', rule.beyond_m),
    threshold('within_m', 'Ngưỡng trên của dải', 'Upper limit of the ring', rule.within_m),
  ];
}
