import type { LineageLink } from '../admin/lineage.js';
import type { AdminUnit, DrawnUnit } from '../admin/unit.js';
import type { LayerFeature } from '../feature.js';
import type { LocalText } from '../issue.js';
import type { Profile } from '../profile.js';
import type { ContextFeature } from '../risk/context-feature.js';
import type { Site } from '../risk/site.js';

/** A dataset as results name it, so that any result can be rebuilt. */
export interface DatasetInfo {
  readonly id: string;
  readonly title: LocalText;
  readonly sha256: string;
  readonly licence: string;
  /** The credit to show, as its publisher asks for it. */
  readonly attribution: LocalText;
}

/** Sites of one dataset. */
export interface SiteDataset {
  /** Dataset id of the manifest. */
  readonly source: string;
  readonly sites: readonly Site[];
}

/** Everything one profile is computed from; files and checksums have been dealt with. */
export interface ProfileSources {
  readonly profile: Profile;
  readonly datasets: readonly DatasetInfo[];
  /** All units of the profile's vintages, drawn or not: the official lists. */
  readonly records: readonly AdminUnit[];
  readonly lineage: readonly LineageLink[];
  /** What `drawUnits` gave, all drawings. */
  readonly units: readonly DrawnUnit[];
  readonly sites: readonly SiteDataset[];
  readonly places: readonly LayerFeature[];
  readonly roads: readonly LayerFeature[];
  readonly rivers: readonly LayerFeature[];
  /** Layers that rules ask about beside these: incidents, inspections, licences. */
  readonly layers?: readonly ContextFeature[];
  /** Names of such layers that were given, for those without a feature. */
  readonly given?: readonly string[];
}
