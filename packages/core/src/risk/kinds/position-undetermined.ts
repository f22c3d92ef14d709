import type { DisputedGround } from '../../admin/compare-drawings.js';
import { areaText, lengthText } from '../../figure-text.js';
import type { RuleOf } from '../../rule.js';
import type { Fact } from '../flag.js';
import { disputeFacts, disputeText } from './dispute.js';
import { lengthFact, textFact } from './facts.js';
import type { Finding, RuleAnswer, SiteView } from './finding.js';
import { siteName } from './wording.js';

/**
 * Where the site is, is not known well enough: only by its communes, by a position that may be far off, or so near
 * the line of two provinces that its side is open. That this is so is certain.
 */
export function positionUndetermined(view: SiteView, rule: RuleOf<'position-undetermined'>): RuleAnswer {
  const { precision } = view.site;
  const name = siteName(view.site);
  const limit = { name: 'error_at_least_m', title: LIMIT, value: rule.error_at_least_m, unit: 'm' } as const;
  if (precision.kind === 'communes') {
    const communes = precision.communes.map((commune) => commune.name).join(', ');
    return found({
      reason: {
        vi: `${name} chỉ biết theo xã (${communes}); chưa có tọa độ để đo.`,
        en: `${name} is known only by its communes (${communes}); there is no position to measure from.`,
      },
      facts: [textFact('communes', COMMUNES, communes)],
    });
  }
  const error = lengthFact('error_m', ERROR, precision.error_m, 0, precision.method);
  const off = lengthText(precision.error_m);
  if (precision.error_m >= rule.error_at_least_m) {
    return found({
      reason: {
        vi: `Vị trí ${name} có thể lệch tới ${off.vi}, từ ngưỡng của quy tắc trở lên.`,
        en: `The position of ${name} may be off by ${off.en}, at or above the threshold of the rule.`,
      },
      facts: [error, limit],
    });
  }
  const [dispute] = view.disputes;
  if (dispute !== undefined) return disputed(name, dispute, error);
  const open = view.sides.filter(({ verdict }) => verdict === 'undetermined');
  if (open.length > 1) {
    const provinces = view.place.provinces.map((unit) => unit.name).join(', ');
    return found({
      reason: {
        vi: `${name} nằm sát ranh giới trong phạm vi sai số: chưa xác định được thuộc ${provinces}.`,
        en: `${name} lies within the error bar of the line: which of ${provinces} it is in is undetermined.`,
      },
      facts: [error, textFact('provinces', PROVINCES, provinces)],
    });
  }
  return {
    findings: [],
    unmet: () => ({
      cause: 'not-met',
      reason: {
        vi: `Vị trí ${name} có sai số ${off.vi}, dưới ngưỡng, và không nằm trong sai số của ranh giới tỉnh.`,
        en: `The position of ${name} has an error of ${off.en}, below the threshold, and no provincial line is inside it.`,
      },
      facts: [error, limit],
    }),
  };
}

/** No position however good decides where the drawings of the line themselves disagree. */
function disputed(name: string, ground: DisputedGround, error: Fact): RuleAnswer {
  const { area_m2 } = ground;
  const [said, size] = [disputeText(ground), areaText(area_m2)];
  return found({
    reason: {
      vi: `${name}: ${said.vi} về phần đất ${size.vi} có khu vực này; phải đối chiếu hồ sơ địa giới hành chính.`,
      en: `${name}: ${said.en} about the ${size.en} of ground it lies in; the boundary dossier must be consulted.`,
    },
    facts: [
      error,
      ...disputeFacts(ground),
      { name: 'disputed_m2', title: DISPUTED, value: area_m2, unit: 'm2' },
    ],
  });
}

function found({ reason, facts }: Pick<Finding, 'reason' | 'facts'>): RuleAnswer {
  const finding: Finding = { certainty: 'certain', reason, facts, neighbour: null, facingAt: null };
  return { findings: [finding], unmet: () => ({ cause: 'not-met', reason, facts }) };
}

const DISPUTED = { vi: 'Diện tích các nguồn không thống nhất', en: 'Ground the sources disagree about' };
const LIMIT = { vi: 'Ngưỡng sai số', en: 'Error threshold' };
const ERROR = { vi: 'Sai số vị trí', en: 'Error of the position' };
const COMMUNES = { vi: 'Các xã đã công bố', en: 'Communes published' };
const PROVINCES = { vi: 'Các tỉnh có thể', en: 'Provinces possible' };
