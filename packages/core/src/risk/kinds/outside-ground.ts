import type { SiteView, Unmet } from './finding.js';
import { siteName } from './wording.js';

/** Nothing can be said of a site that lies where the profile has no units. */
export function outsideGround(view: SiteView): Unmet {
  const name = siteName(view.site);
  return {
    cause: 'no-data',
    reason: {
      vi: `${name} nằm ngoài địa bàn có dữ liệu của hồ sơ, nên không xét được.`,
      en: `${name} lies outside the ground this profile has data of, so it cannot be judged.`,
    },
    facts: [],
  };
}
