import type { DisputedGround } from '../../admin/compare-drawings.js';
import type { LocalText } from '../../issue.js';
import type { BorderLine } from '../border-line.js';
import type { Fact } from '../flag.js';
import { textFact } from './facts.js';
import type { SiteView } from './finding.js';

/** `undetermined: sources disagree (gov-2019: Tỉnh Bắc Kạn; communes-2025: Tỉnh Cao Bằng)`. */
export function disputeText({ claims }: DisputedGround): LocalText {
  const said = claims.map(({ drawing, unit }) => `${drawing}: ${unit.name}`).join('; ');
  return {
    vi: `chưa xác định, các nguồn nét vẽ không thống nhất (${said})`,
    en: `undetermined: sources disagree (${said})`,
  };
}

/** What each drawing says. */
export function disputeFacts({ claims }: DisputedGround): readonly Fact[] {
  return claims.map(({ drawing, unit }) =>
    textFact(`drawing_${drawing}`, CLAIM, `${drawing}: ${unit.name} (${unit.code})`),
  );
}

/** The disputed ground a site lies in that is between the two sides of a border: there the line itself is open. */
export function disputeOf(view: SiteView, { subject, neighbour }: BorderLine): DisputedGround | undefined {
  return view.disputes.find(({ claims }) =>
    claims.every(({ unit }) => unit.code === subject.code || unit.code === neighbour.code),
  );
}

const CLAIM = { vi: 'Theo nét vẽ', en: 'By the drawing' };
