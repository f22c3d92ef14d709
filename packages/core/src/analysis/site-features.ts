import type { LayerFeature, PropertyValue } from '../feature.js';
import type { SiteFlags } from '../risk/flag.js';
import type { Site } from '../risk/site.js';
import type { IsoDate, Validity } from '../units.js';

/** A site judged in one vintage. */
export interface JudgedSite {
  readonly site: Site;
  /** Dataset id. */
  readonly source: string;
  readonly flags: SiteFlags;
  /** `siteScore` under the profile's patrol policy. */
  readonly score: number;
  readonly asOf: IsoDate;
  readonly validity: Validity;
}

/**
 * A site as features: one a vintage, `2023:BK-OFF-16`, where place or flags differ between them; a single one by
 * its own id, without vintage, where they do not.
 */
export function siteFeatures(judged: readonly JudgedSite[]): LayerFeature[] {
  const byVintage = judged.map((entry) => ({ entry, properties: propertiesOf(entry) }));
  const [first] = byVintage;
  if (first === undefined) return [];
  const same = byVintage.every(
    ({ properties }) => JSON.stringify(properties) === JSON.stringify(first.properties),
  );
  if (same && byVintage.length > 1) {
    return [feature(first.entry, first.entry.site.id, { ...first.properties, vintage: null, as_of: null }, { from: null, to: null })]; // biome-ignore format: one feature
  }
  return byVintage.map(({ entry, properties }) =>
    feature(
      entry,
      `${entry.flags.vintage}:${entry.site.id}`,
      { ...properties, vintage: entry.flags.vintage, as_of: entry.asOf },
      entry.validity,
    ),
  );
}

function feature(
  { site }: JudgedSite,
  id: string,
  properties: Record<string, PropertyValue>,
  validity: Validity,
): LayerFeature {
  return { layer: 'mineral-sites', id, geometry: site.geometry, properties, validity };
}

function propertiesOf({ site, source, flags, score }: JudgedSite): Record<string, PropertyValue> {
  const { precision, decision, mineral } = site;
  return {
    site_id: site.id,
    name: site.name,
    mineral_vi: mineral?.vi ?? null,
    mineral_en: mineral?.en ?? null,
    activity: site.activity,
    area_declared_m2: site.areaDeclared_m2,
    decision: decision?.number ?? null,
    decision_date: decision?.date ?? null,
    precision: precision.kind,
    error_m: precision.kind === 'position' ? precision.error_m : null,
    place: placeText(site, flags),
    level: flags.level,
    flag_count: flags.flags.length,
    score,
    reasons_vi: reasons(flags, 'vi'),
    reasons_en: reasons(flags, 'en'),
    flags: flags.flags,
    source,
  };
}

/** Communes, districts, provinces; the communes it was published under when it lies outside the units at hand. */
function placeText(site: Site, flags: SiteFlags): string {
  const levels = [flags.communes, flags.districts, flags.provinces].map((units) =>
    units.map((unit) => unit.name).join(', '),
  );
  const place = levels.filter((names) => names !== '').join(' – ');
  if (place !== '' || site.precision.kind === 'position') return place;
  return site.precision.communes.map((commune) => commune.name).join(', ');
}

/** The reasons of its flags, in their order; `null` without any. */
function reasons({ flags }: SiteFlags, language: 'vi' | 'en'): string | null {
  return flags.length === 0 ? null : flags.map(({ reason }) => reason[language]).join(' ');
}
