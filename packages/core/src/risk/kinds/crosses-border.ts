import type { DisputedGround } from '../../admin/compare-drawings.js';
import { areaText, lengthText } from '../../figure-text.js';
import type { LocalText } from '../../issue.js';
import type { SiteOverlap } from '../../overlap/site-overlap.js';
import type { BorderLine } from '../border-line.js';
import { reachOf } from './border-reach.js';
import { disputeFacts, disputeOf, disputeText } from './dispute.js';
import { areaFact, lengthFact, textFact } from './facts.js';
import type { Finding, SiteView, Unmet } from './finding.js';
import { outsideGround } from './outside-ground.js';
import { borderText, joined, siteName, unitText } from './wording.js';

/**
 * The site lies on both sides of a border. With a position: certain where it reaches farther into both sides than
 * the error bar; undetermined where it comes that near to the line. Known by communes: possible where it was
 * published under communes of both sides. One finding a border.
 */
export function crossesBorder(view: SiteView): readonly Finding[] {
  return view.ground.borders.flatMap((line): Finding[] => {
    const found = view.communeGround === null ? byPosition(view, line) : byCommunes(view, line);
    return found === null ? [] : [found];
  });
}

/** On which one side the site lies. */
export function notCrossingBorder(view: SiteView): Unmet {
  const { provinces } = view.place;
  if (provinces.length === 0) return outsideGround(view);
  const [name, where] = [siteName(view.site), joined(provinces.map(unitText))];
  return {
    cause: 'not-met',
    reason: {
      vi: `${name} nằm trọn trong ${where.vi}, không nằm trên cả hai bên một đường giáp ranh.`,
      en: `${name} lies wholly in ${where.en}, not on both sides of a border.`,
    },
    facts: [
      textFact('provinces', PROVINCES, provinces.map((unit) => `${unit.name} (${unit.code})`).join(', ')),
    ],
  };
}

function byPosition(view: SiteView, line: BorderLine): Finding | null {
  const [own, other] = [sideOf(view, line.subject.code), sideOf(view, line.neighbour.code)];
  if (own === undefined || other === undefined) return null;
  const certain = own.verdict === 'in' && other.verdict === 'in';
  const error_m = Math.max(own.error_m, other.error_m);
  const [name, border, off] = [siteName(view.site), borderText(line), lengthText(error_m)];
  const [ownArea, otherArea] = [areaText(own.area_m2), areaText(other.area_m2)];
  const sides = {
    vi: own.area_m2 + other.area_m2 > 0 ? `: ${ownArea.vi} ở ${line.subject.shortName}, ${otherArea.vi} ở ${line.neighbour.shortName}` : '', // biome-ignore format: one choice
    en: own.area_m2 + other.area_m2 > 0 ? `: ${ownArea.en} in ${line.subject.shortName}, ${otherArea.en} in ${line.neighbour.shortName}` : '', // biome-ignore format: one choice
  };
  const dispute = disputeOf(view, line);
  return {
    certainty: certain ? 'certain' : 'undetermined',
    reason:
      dispute !== undefined
        ? disputedSide(name, dispute)
        : certain
          ? { vi: `${name} nằm trên cả hai bên ${border.vi}${sides.vi}.`, en: `${name} lies on both sides of ${border.en}${sides.en}.` } // biome-ignore format: a pair
          : {
              vi: `${name} nằm sát ${border.vi} trong phạm vi sai số ${off.vi}, nên chưa xác định được ở bên nào: cần hai bên cùng kiểm tra.`,
              en: `${name} lies within the error bar of ${off.en} from ${border.en}, so its side is undetermined: check jointly.`,
            },
    facts: [
      areaFact('area_own_m2', AREA_OWN, own.area_m2),
      areaFact('area_other_m2', AREA_OTHER, other.area_m2),
      lengthFact('error_m', ERROR, error_m, 0),
      ...(dispute === undefined ? [] : disputeFacts(dispute)),
      textFact('border', BORDER, line.pair),
    ],
    neighbour: line.neighbour,
    facingAt: reachOf(view, line).facing,
  };
}

function disputedSide(name: string, dispute: DisputedGround): LocalText {
  const said = disputeText(dispute);
  return {
    vi: `${name}: ${said.vi} về phần đất có khu vực này, nên chưa xác định được ở bên nào: cần hai bên cùng kiểm tra.`,
    en: `${name}: ${said.en} about the ground it lies in, so its side is undetermined: check jointly.`,
  };
}

function byCommunes(view: SiteView, line: BorderLine): Finding | null {
  const in_ = (province: string) =>
    view.place.communes.filter((commune) => commune.provinceCode === province).map((commune) => commune.name);
  const [own, other] = [in_(line.subject.code), in_(line.neighbour.code)];
  if (own.length === 0 || other.length === 0) return null;
  const [name, border] = [siteName(view.site), borderText(line)];
  return {
    certainty: 'possible',
    reason: {
      vi: `${name} được công bố ở các xã thuộc cả hai bên ${border.vi} (${own.join(', ')}; ${other.join(', ')}), nên có thể nằm trên cả hai bên.`,
      en: `${name} was published under communes on both sides of ${border.en} (${own.join(', ')}; ${other.join(', ')}), so it possibly lies on both.`,
    },
    facts: [
      textFact('communes_own', COMMUNES_OWN, own.join(', ')),
      textFact('communes_other', COMMUNES_OTHER, other.join(', ')),
      textFact('border', BORDER, line.pair),
    ],
    neighbour: line.neighbour,
    facingAt: reachOf(view, line).facing,
  };
}

function sideOf(view: SiteView, code: string): SiteOverlap | undefined {
  return view.sides.find((overlap) => overlap.feature_id === code && overlap.verdict !== 'out');
}

const AREA_OWN = { vi: 'Diện tích ở tỉnh mình', en: 'Area in the own province' };
const AREA_OTHER = { vi: 'Diện tích ở tỉnh bên', en: 'Area in the neighbour province' };
const ERROR = { vi: 'Sai số vị trí và nét vẽ', en: 'Error of position and drawing' };
const COMMUNES_OWN = { vi: 'Các xã ở tỉnh mình', en: 'Communes in the own province' };
const COMMUNES_OTHER = { vi: 'Các xã ở tỉnh bên', en: 'Communes in the neighbour province' };
const PROVINCES = { vi: 'Thuộc tỉnh', en: 'Province' };
const BORDER = { vi: 'Đường giáp ranh', en: 'Border' };
