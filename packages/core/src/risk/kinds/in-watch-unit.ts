import { areaText, lengthText, shareText } from '../../figure-text.js';
import type { LocalText } from '../../issue.js';
import type { SiteOverlap } from '../../overlap/site-overlap.js';
import type { WatchList } from '../../profile.js';
import type { RuleOf } from '../../rule.js';
import { type WatchArea, watchFeatureId } from '../watch-area.js';
import { disputeFacts, disputeText } from './dispute.js';
import { areaFact, lengthFact, METHODS, shareFact, textFact } from './facts.js';
import type { Finding, SiteView, Unmet } from './finding.js';
import { outsideGround } from './outside-ground.js';
import { joined, lowerFirst, siteName, unitText } from './wording.js';

type WatchRule = RuleOf<'in-watch-unit'>;

interface Hit {
  readonly area: WatchArea;
  readonly overlap: SiteOverlap;
}

/** Less than this part of the communes' ground is a strip along a line drawn twice, not a place to be in. */
const STRIP_SHARE = 0.001;

/**
 * The site lies in ground that a watch list names, or in what became of it. One finding for all units of the list.
 * A site known by its communes is certain where all their ground is watched, possible where a part is.
 */
export function inWatchUnit(view: SiteView, rule: WatchRule): readonly Finding[] {
  const hits = view.ground.watch
    .filter((area) => area.list.id === rule.watch_list)
    .flatMap((area): Hit[] => {
      const overlap = view.watch.find((candidate) => candidate.feature_id === watchFeatureId(area));
      const strip = overlap?.measured === 'communes' && overlap.share < STRIP_SHARE;
      return overlap === undefined || overlap.verdict === 'out' || strip ? [] : [{ area, overlap }];
    });
  const dispute = disputed(view, rule, hits);
  if (dispute !== undefined) return [{ ...dispute, neighbour: null, facingAt: null }];
  const [first] = hits;
  if (first === undefined) return [];
  const finding = view.communeGround === null ? byPosition(view, hits) : byCommunes(view, hits);
  return [{ ...finding, neighbour: null, facingAt: null }];
}

/** Where the site lies, and which units are watched. */
export function notInWatchUnit(view: SiteView, rule: WatchRule): Unmet {
  const { communes, districts, provinces } = view.place;
  if (provinces.length === 0) return outsideGround(view);
  const areas = view.ground.watch.filter((area) => area.list.id === rule.watch_list);
  const narrowest = [communes, districts, provinces].find((units) => units.length > 0) ?? [];
  const [name, where] = [siteName(view.site), joined(narrowest.map(unitText))];
  const number = view.profile.documents.find((entry) => entry.id === areas[0]?.list.document)?.number ?? '';
  return {
    cause: 'not-met',
    reason: {
      vi: `${name} nằm ở ${where.vi}, không thuộc đơn vị nào trong ${areas.length} địa bàn cần lưu ý theo văn bản ${number} ở mốc ${view.ground.vintage.id}.`,
      en: `${name} lies in ${where.en}, in none of the ${areas.length} units that document ${number} asks to watch, in vintage ${view.ground.vintage.id}.`,
    },
    facts: [
      textFact('place', PLACE, narrowest.map((unit) => `${unit.name} (${unit.code})`).join(', ')),
      { name: 'watch_unit_count', title: WATCH_COUNT, value: areas.length, method: METHODS.lineage },
    ],
  };
}

type Draft = Pick<Finding, 'certainty' | 'reason' | 'facts'>;

/** Ground that only some of the drawings put into a watched unit: none of them decides. */
function disputed(view: SiteView, rule: WatchRule, hits: readonly Hit[]): Draft | undefined {
  const [dispute] = view.disputes;
  if (dispute === undefined) return undefined;
  const claimed = view.disputes.flatMap(({ watch }) =>
    watch.filter(({ list }) => list.id === rule.watch_list),
  );
  const list = hits[0]?.area.list ?? claimed[0]?.list;
  if (list === undefined) return undefined;
  const units = [
    ...hits.map(({ area }) => ({ unit: area.unit, drawing: area.unit.drawing })),
    ...claimed.map(({ unit, drawing }) => ({ unit, drawing })),
  ];
  const where = joined(units.map(({ unit, drawing }) => ({ vi: `${lowerFirst(unit.name)} (${drawing})`, en: `${unit.name} (${drawing})` }))); // biome-ignore format: a list
  const [name, said, why] = [siteName(view.site), disputeText(dispute), asked(view, list)];
  return {
    certainty: 'undetermined',
    reason: {
      vi: `${name}: ${said.vi} về phần đất có khu vực này, nên chưa xác định được có thuộc ${where.vi} hay không; ${why.vi}.`,
      en: `${name}: ${said.en} about the ground it lies in, so whether it is in ${where.en} is open; ${why.en}.`,
    },
    facts: [
      ...units.map(({ unit }) => textFact('watch_unit', WATCH_UNIT, `${unit.name} (${unit.code})`)),
      ...disputeFacts(dispute),
    ],
  };
}

function byPosition(view: SiteView, met: readonly Hit[]): Draft {
  const sure = met.filter(({ overlap }) => overlap.verdict === 'in');
  const hits = sure.length > 0 ? sure : met;
  const certain = sure.length > 0;
  const [name, where, why] = [siteName(view.site), joined(hits.map(({ area }) => unitAndOrigin(area))), asked(view, hits[0]?.area.list)]; // biome-ignore format: three texts
  const share = sum(hits, (overlap) => overlap.share);
  const area_m2 = sum(hits, (overlap) => overlap.area_m2);
  const error_m = Math.max(...hits.map(({ overlap }) => overlap.error_m));
  const [size, part, off] = [areaText(area_m2), shareText(share), lengthText(error_m)];
  const partly = area_m2 > 0 && share < 1;
  const what = {
    vi: partly ? `${size.vi} (${part.vi}) của ${name}` : name,
    en: partly ? `${size.en} (${part.en}) of ${name}` : name,
  };
  return {
    certainty: certain ? 'certain' : 'undetermined',
    reason: certain
      ? {
          vi: `${what.vi} nằm trong ${where.vi}, ${why.vi}.`,
          en: `${what.en} lies in ${where.en}, ${why.en}.`,
        }
      : {
          vi: `${name} nằm sát ranh giới ${where.vi} trong phạm vi sai số ${off.vi}, nên chưa xác định được có thuộc địa bàn này hay không; ${why.vi}.`,
          en: `${name} lies within the error bar of ${off.en} from the edge of ${where.en}, so whether it is in it is undetermined; ${why.en}.`,
        },
    facts: [
      ...unitFacts(hits),
      ...(area_m2 > 0 ? [areaFact('area_m2', AREA, area_m2), shareFact('share', SHARE, share)] : []),
      lengthFact('error_m', ERROR, error_m, 0),
    ],
  };
}

function byCommunes(view: SiteView, hits: readonly Hit[]): Draft {
  const share = Math.min(
    1,
    sum(hits, (overlap) => overlap.share),
  );
  const certain = share > 1 - STRIP_SHARE;
  const [name, where, why] = [siteName(view.site), joined(hits.map(({ area }) => unitAndOrigin(area))), asked(view, hits[0]?.area.list)]; // biome-ignore format: three texts
  const part = shareText(share);
  return {
    certainty: certain ? 'certain' : 'possible',
    reason: certain
      ? {
          vi: `${name} chỉ biết theo xã, nhưng toàn bộ vùng đất chứa các xã đó nằm trong ${where.vi}, ${why.vi}.`,
          en: `${name} is known only by its communes, but all the ground that holds them lies in ${where.en}, ${why.en}.`,
        }
      : {
          vi: `${name} chỉ biết theo xã; ${part.vi} vùng đất chứa các xã đó nằm trong ${where.vi}, nên khu vực có thể thuộc địa bàn này; ${why.vi}.`,
          en: `${name} is known only by its communes; ${part.en} of the ground that holds them lies in ${where.en}, so the site is possibly in it; ${why.en}.`,
        },
    facts: [...unitFacts(hits), shareFact('commune_share', COMMUNE_SHARE, share)],
  };
}

function unitAndOrigin({ unit, watchOf, inheritance, share }: WatchArea): LocalText {
  const own = unitText(unit);
  if (inheritance === 'named') return own;
  const old = joined(watchOf.map(({ name }) => ({ vi: lowerFirst(name), en: name })));
  if (inheritance === 'whole')
    return { vi: `${own.vi} (kế tục ${old.vi})`, en: `${own.en}, made from ${old.en}` };
  if (share === null) {
    return { vi: `${own.vi} (có đất của ${old.vi})`, en: `${own.en}, with ground of ${old.en}` };
  }
  const part = shareText(share);
  return {
    vi: `${own.vi} (${part.vi} diện tích kế tục ${old.vi})`,
    en: `${own.en}, ${part.en} of it from ${old.en}`,
  };
}

/** Who asks to watch it, and why. */
function asked(view: SiteView, list: WatchList | undefined): LocalText {
  const document = view.profile.documents.find((entry) => entry.id === list?.document);
  const [number, reason] = [document?.number ?? '', list?.reason ?? { vi: '', en: '' }];
  return {
    vi: `địa bàn mà văn bản ${number} yêu cầu lưu ý vì ${lowerFirst(reason.vi)}`,
    en: `ground that document ${number} asks to watch for ${lowerFirst(reason.en)}`,
  };
}

function unitFacts(hits: readonly Hit[]) {
  return hits.flatMap(({ area }) => [
    textFact('watch_unit', WATCH_UNIT, `${area.unit.name} (${area.unit.code})`),
    textFact('watch_of', WATCH_OF, area.watchOf.map(({ name, code }) => `${name} (${code})`).join(', ')),
    { ...textFact('inheritance', INHERITANCE, area.inheritance), method: METHODS.lineage },
    ...(area.inheritance === 'mixed' && area.share !== null
      ? [shareFact('watched_share', WATCHED_SHARE, area.share)]
      : []),
  ]);
}

function sum(hits: readonly Hit[], of: (overlap: SiteOverlap) => number): number {
  return hits.reduce((total, { overlap }) => total + of(overlap), 0);
}

const PLACE = { vi: 'Địa bàn của khu vực', en: 'Where the site lies' };
const WATCH_COUNT = { vi: 'Số địa bàn cần lưu ý', en: 'Number of watch units' };
const WATCH_UNIT = { vi: 'Địa bàn cần lưu ý', en: 'Watch unit' };
const WATCH_OF = { vi: 'Đơn vị văn bản nêu', en: 'Unit the document names' };
const INHERITANCE = { vi: 'Cách kế tục', en: 'Inheritance' };
const WATCHED_SHARE = { vi: 'Phần diện tích được nêu', en: 'Part of the unit that was named' };
const AREA = { vi: 'Diện tích trong địa bàn', en: 'Area in the watch unit' };
const SHARE = { vi: 'Phần khu vực trong địa bàn', en: 'Part of the site in the watch unit' };
const COMMUNE_SHARE = { vi: 'Phần đất các xã trong địa bàn', en: 'Part of the communes in watched ground' };
const ERROR = { vi: 'Sai số vị trí và nét vẽ', en: 'Error of position and drawing' };
