import type { MultiPolygon, Position } from 'geojson';
import type { UnitRegistry } from '../../admin/registry.js';
import type { DrawnUnit, VintageId } from '../../admin/unit.js';
import type { GeometryKernel } from '../../geometry/kernel.js';
import type { LocalText } from '../../issue.js';
import type { SiteOverlap } from '../../overlap/site-overlap.js';
import type { Profile } from '../../profile.js';
import type { Rule } from '../../rule.js';
import type { IsoDate } from '../../units.js';
import type { BorderLine } from '../border-line.js';
import type { ContextFeature } from '../context-feature.js';
import type { RiskDispute } from '../disputed.js';
import type { Fact, FlagCertainty } from '../flag.js';
import type { RiskGround } from '../risk-ground.js';
import type { Site } from '../site.js';
import type { SitePlace } from '../site-place.js';

/** A site as the rules see it: placed and measured in one vintage. */
export interface SiteView {
  readonly site: Site;
  readonly ground: RiskGround;
  readonly profile: Profile;
  readonly asOf: IsoDate;
  readonly place: SitePlace;
  /** The ground of its communes, for a site known only by them. */
  readonly communeGround: MultiPolygon | null;
  /** With watched ground; the feature ids are those of `watchFeatureId`. */
  readonly watch: readonly SiteOverlap[];
  /** With the provinces of the pair; the feature ids are their codes. */
  readonly sides: readonly SiteOverlap[];
  /** Ground it meets that the drawings give to different provinces. */
  readonly disputes: readonly RiskDispute[];
  /** With the border lines; the feature ids are the pairs. */
  readonly borders: readonly SiteOverlap[];
  readonly kernel: GeometryKernel;
  readonly registry: UnitRegistry;
  /** Layers that were given, with features or without. */
  readonly givenLayers: ReadonlySet<string>;
  /** With the ground that a rule alone asks about. */
  readonly ofRule: (rule: Pick<Rule, 'id'>) => readonly SiteOverlap[];
  /** That ground, as of the day. */
  readonly featuresOf: (rule: Rule) => readonly ContextFeature[];
  /** The borders of another vintage; none where it cannot be had. */
  readonly bordersOf: (vintage: VintageId) => readonly BorderLine[];
}

/** What a rule found true, possible or undetermined of a site; absent when it is surely not so. */
export interface Finding {
  readonly certainty: FlagCertainty;
  readonly reason: LocalText;
  readonly facts: readonly Fact[];
  /** The other side of the border concerned. */
  readonly neighbour: DrawnUnit | null;
  /** Where that side is nearest. */
  readonly facingAt: Position | null;
}

/** Why a rule did not fire: what it asks is not so, or what it asks about is not known of the site. */
export interface Unmet {
  readonly cause: 'not-met' | 'no-data';
  readonly reason: LocalText;
  readonly facts: readonly Fact[];
}

export interface RuleAnswer {
  readonly findings: readonly Finding[];
  /** Asked only where nothing was found. */
  readonly unmet: () => Unmet;
}
