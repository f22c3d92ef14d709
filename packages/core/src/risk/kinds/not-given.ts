import type { LocalText } from '../../issue.js';
import type { SiteView, Unmet } from './finding.js';

/** The site or the context does not carry what a rule asks about. */
export function notGiven(reason: LocalText): Unmet {
  return { cause: 'no-data', reason, facts: [] };
}

/** A layer that the rule needs was not given at all, or has no features on the day. */
export function layerEmpty({ givenLayers }: Pick<SiteView, 'givenLayers'>, layer: string): Unmet {
  if (!givenLayers.has(layer)) {
    return notGiven({
      vi: `Chưa có dữ liệu của lớp “${layer}”, nên không xét được.`,
      en: `No layer given: there is no data of "${layer}", so this cannot be judged.`,
    });
  }
  return notGiven({
    vi: `Chưa có đối tượng nào của lớp “${layer}” áp dụng vào ngày hỏi, nên không xét được.`,
    en: `There is no feature of the layer "${layer}" on the day asked about, so this cannot be judged.`,
  });
}
