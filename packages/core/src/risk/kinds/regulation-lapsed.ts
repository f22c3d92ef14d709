import type { Position } from 'geojson';
import { successors } from '../../admin/succession.js';
import type { AdminUnit } from '../../admin/unit.js';
import type { ProfileDocument } from '../../documents/document.js';
import { lengthText } from '../../figure-text.js';
import { densified } from '../../geodesy/densify.js';
import { bboxesMeet, bboxOf, eachPosition } from '../../geometry/bbox.js';
import { boxWithin } from '../../overlap/nearness.js';
import type { RuleOf } from '../../rule.js';
import type { BorderLine } from '../border-line.js';
import { reachOf } from './border-reach.js';
import { lengthFact, textFact } from './facts.js';
import type { Finding, RuleAnswer, SiteView, Unmet } from './finding.js';
import { atMost } from './threshold.js';
import { borderText, joined, lowerFirst, siteName } from './wording.js';

/** Vertices this near each other stand for the shape between them; half of it widens the error bar. */
const SPACING_m = 50;

/**
 * The regulation between the two provinces whose line, as it then ran, a site is near has ended, or one of the
 * provinces has: the border is still there on the ground, the agreement is not.
 */
export function regulationLapsed(view: SiteView, rule: RuleOf<'regulation-lapsed'>): RuleAnswer {
  const documents = view.profile.documents.filter(({ id }) => rule.regulations.includes(id));
  return {
    findings: documents.flatMap((document) => lapsedNear(view, rule, document)),
    unmet: () => notNearLapsed(view, documents),
  };
}

function notNearLapsed(view: SiteView, documents: readonly ProfileDocument[]): Unmet {
  const dead = documents.filter((document) => endOf(view, document) !== null);
  return {
    cause: 'not-met',
    reason:
      dead.length === 0
        ? {
            vi: `Đến ngày ${view.asOf}, không văn bản nào trong ${documents.length} văn bản được nêu hết hiệu lực hoặc mất một bên.`,
            en: `As of ${view.asOf}, none of the ${documents.length} documents named has lapsed or lost a party.`,
          }
        : {
            vi: `${siteName(view.site)} không gần đường giáp ranh của văn bản nào đã hết hiệu lực hoặc mất một bên.`,
            en: `${siteName(view.site)} is near no border whose document has lapsed or lost a party.`,
          },
    facts: dead.map((document) => textFact('document', DOCUMENT, titleOf(document))),
  };
}

interface End {
  readonly text: { readonly vi: string; readonly en: string };
  readonly lost: readonly AdminUnit[];
  /** A party that another unit took over: whether the agreement still binds that unit is open. */
  readonly open: boolean;
}

/** How a regulation ended as of the day; `null` while it stands, or where that is not known. */
function endOf(view: SiteView, { valid_to, parties = [] }: ProfileDocument): End | null {
  const known = parties.flatMap(({ code, vintage }): AdminUnit[] => {
    const unit = view.registry.get(code, vintage);
    return unit === undefined ? [] : [unit];
  });
  const { id } = view.ground.vintage;
  const lost = known.filter((unit) => view.registry.get(unit.code, id)?.name !== unit.name);
  if (lost.length > 0) {
    const names = joined(lost.map(({ name }) => ({ vi: name, en: name })));
    const heirs = new Set(known.flatMap((unit) => heirsOf(view, unit)));
    if (heirs.size === 1) {
      const [heir = ''] = heirs;
      return {
        lost,
        open: false,
        text: {
          vi: `đã mất một bên (${names.vi} không còn; các bên nay đều thuộc ${heir}, đường này là ranh giới trong tỉnh)`,
          en: `has lost a party (${names.en} is no more; all parties are ${heir} now, and the line lies inside it)`,
        },
      };
    }
    return {
      lost,
      open: true,
      text: {
        vi: `có một bên đã kết thúc (${names.vi} không còn ở mốc ${id}); chưa rõ bên kế tục có còn thực hiện hay không`,
        en: `has a party that ended (${names.en} is no unit of ${id}); whether its successor is bound is not known`,
      },
    };
  }
  const ended = valid_to !== null && view.asOf >= valid_to;
  const text = { vi: `đã hết hiệu lực từ ngày ${valid_to}`, en: `lapsed on ${valid_to}` };
  return ended ? { lost, open: false, text } : null;
}

/** What a party is on the day: itself, or what took its ground. */
function heirsOf({ registry, ground }: SiteView, party: AdminUnit): readonly string[] {
  const { id } = ground.vintage;
  if (party.vintage === id) return [party.name];
  return successors(registry, party).flatMap(({ unit }) => (unit.vintage === id ? [unit.name] : []));
}

function lapsedNear(
  view: SiteView,
  rule: RuleOf<'regulation-lapsed'>,
  document: ProfileDocument,
): readonly Finding[] {
  const off_m = (view.site.precision.kind === 'position' ? view.site.precision.error_m : 0) + view.ground.vintage.accuracy_m + SPACING_m / 2; // biome-ignore format: a sum
  const around = boxWithin(bboxOf(view.communeGround ?? view.site.geometry), rule.within_m + off_m);
  return linesOf(view, document).flatMap((line): Finding[] => {
    if (!bboxesMeet(around, line.box)) return [];
    const known = view.communeGround !== null;
    const { nearest_m, facing } = known ? reachOf(view, line) : line.reach(positionsOf(view));
    const near = atMost({ value: nearest_m, error: off_m }, rule.within_m);
    const end = near === 'no' ? null : endOf(view, document);
    if (end === null) return [];
    const [name, border, far, off] = [
      siteName(view.site),
      borderText(line),
      lengthText(nearest_m),
      lengthText(off_m),
    ];
    const certainty = known ? 'possible' : near === 'yes' && !end.open ? 'certain' : 'undetermined';
    const who = known
      ? {
          vi: `${name} chỉ biết theo xã; chỗ gần nhất của các xã đó`,
          en: `${name} is known only by its communes; their nearest place`,
        }
      : { vi: name, en: name };
    return [
      {
        certainty,
        reason: {
          vi: `${who.vi} cách ${border.vi} ${far.vi} (sai số ±${off.vi}); ${lowerFirst(titleOf(document))} ${end.text.vi}.`,
          en: `${who.en} lies ${far.en} (±${off.en}) from ${border.en}; the ${document.title.en} ${end.text.en}.`,
        },
        facts: [
          lengthFact('distance_m', DISTANCE, nearest_m, off_m),
          { name: 'within_m', title: LIMIT, value: rule.within_m, unit: 'm' },
          textFact('document', DOCUMENT, titleOf(document)),
          ...(end.lost.length === 0 ? [] : [textFact('party_lost', LOST, end.lost.map((unit) => `${unit.name} (${unit.code}, ${unit.vintage})`).join(', '))]), // biome-ignore format: one choice
          ...(document.valid_to === null ? [] : [textFact('valid_to', ENDED, document.valid_to)]),
          textFact('border', BORDER, line.pair),
        ],
        neighbour:
          view.ground.neighbours.find(
            ({ code, name: own }) => code === line.neighbour.code && own === line.neighbour.name,
          ) ?? null,
        facingAt: facing,
      },
    ];
  });
}

/** The line between the parties in the vintage they agreed in. */
function linesOf(view: SiteView, { parties = [] }: ProfileDocument): readonly BorderLine[] {
  const [first] = parties;
  if (first === undefined) return [];
  const codes = parties.map(({ code }) => code);
  return view
    .bordersOf(first.vintage)
    .filter(({ subject, neighbour }) => codes.includes(subject.code) && codes.includes(neighbour.code));
}

function positionsOf({ site }: SiteView): readonly Position[] {
  const positions: Position[] = [];
  eachPosition(densified(site.geometry, SPACING_m), (position) => positions.push(position));
  return positions;
}

function titleOf({ title, number }: ProfileDocument): string {
  return number.startsWith('(') ? title.vi : `${title.vi} (${number})`;
}

const DOCUMENT = { vi: 'Văn bản', en: 'Document' };
const DISTANCE = { vi: 'Khoảng cách đến đường giáp ranh', en: 'Distance to the border' };
const LIMIT = { vi: 'Ngưỡng', en: 'Limit' };
const LOST = { vi: 'Bên không còn', en: 'Party that ended' };
const ENDED = { vi: 'Hết hiệu lực từ ngày', en: 'Lapsed on' };
const BORDER = { vi: 'Đường giáp ranh', en: 'Border' };
