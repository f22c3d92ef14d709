import { type AdminUnit, unitRef } from '../admin/unit.js';
import { type Issue, issue } from '../issue.js';
import type { SiteOverlap } from '../overlap/site-overlap.js';
import type { Rule } from '../profile.js';
import { err, ok, type Result } from '../result.js';
import { type IsoDate, isValidOn } from '../units.js';
import { bodiesFor, facingUnit } from './bodies.js';
import { citations } from './citation.js';
import { FLAG_LEVELS, type Flag, type FlagLevel, type SiteFlags } from './flag.js';
import { crossesBorder } from './kinds/crosses-border.js';
import type { Finding, SiteView } from './kinds/finding.js';
import { inWatchUnit } from './kinds/in-watch-unit.js';
import { nearBorder } from './kinds/near-border.js';
import { measureSites } from './measure-sites.js';
import type { RiskContext } from './risk-context.js';
import type { RiskGround } from './risk-ground.js';
import type { Site } from './site.js';
import { placeOf } from './site-place.js';

export interface FlagOptions {
  /** The day asked about: it chooses the units, the documents and the rules in force. */
  readonly asOf: IsoDate;
}

/**
 * The flags of sites as of a day, in the order given. Each rule in force is asked of each site; of the rings along
 * one border that are not certain, only the innermost speaks. A site's level is the highest among its flags.
 *
 * The same inputs give the same answer. Issues: `site-id-repeated`, `admin-vintage-unknown`, those of the ground. Notes name what could
 * not be placed or measured: `site-outside`, `overlap-commune-unknown`, repairs, missing neighbours.
 */
export function flagSites(
  sites: readonly Site[],
  context: RiskContext,
  { asOf }: FlagOptions,
): Result<SiteFlags[]> {
  const [repeated, ...others] = repeatedIds(sites);
  if (repeated !== undefined) return err(repeated, ...others);
  const vintage = context.registry.vintageAt(asOf);
  if (!vintage.ok) return vintage;
  const ground = context.ground(vintage.value.id);
  if (!ground.ok) return ground;
  const rules = context.profile.rules.filter((rule) =>
    isValidOn({ from: rule.valid_from, to: rule.valid_to }, asOf),
  );
  const measured = measureSites(sites, context, ground.value, rules);
  if (!measured.ok) return measured;
  const flagged = sites.map((site) => {
    const view = viewOf(site, context, ground.value, asOf, measured.value.get(site.id) ?? []);
    return flagsOf(view, rules, context);
  });
  const outside = flagged
    .filter(({ provinces }) => provinces.length === 0)
    .map(({ site_id }) => outsideNote(site_id));
  return ok(flagged, [...ground.notes, ...measured.notes, ...outside]);
}

function viewOf(
  site: Site,
  context: RiskContext,
  ground: RiskGround,
  asOf: IsoDate,
  overlaps: readonly SiteOverlap[],
): SiteView {
  const on = (layer: string) => overlaps.filter((overlap) => overlap.layer === layer);
  const parts =
    site.precision.kind === 'position'
      ? null
      : site.precision.communes.flatMap((commune) => {
          const known = context.communes.of(commune);
          return known.ok && known.value !== null ? known.value.coordinates : [];
        });
  return {
    site,
    ground,
    profile: context.profile,
    asOf,
    place: placeOf(context.registry, site, ground.vintage.id, overlaps),
    communeGround: parts === null ? null : { type: 'MultiPolygon', coordinates: parts },
    watch: on('watch-units'),
    sides: on('provinces'),
    borders: on('borders'),
  };
}

function findings(view: SiteView, rule: Rule): readonly Finding[] {
  switch (rule.kind) {
    case 'in-watch-unit':
      return inWatchUnit(view, rule);
    case 'near-border':
      return nearBorder(view, rule);
    case 'crosses-border':
      return crossesBorder(view);
  }
}

function flagsOf(view: SiteView, rules: readonly Rule[], context: RiskContext): SiteFlags {
  const found = rules.flatMap((rule) => findings(view, rule).map((finding) => ({ rule, finding })));
  const spoken = found.filter(
    ({ rule, finding }) =>
      rule.kind !== 'near-border' ||
      finding.certainty === 'certain' ||
      !found.some(
        (other) =>
          other.rule.kind === 'near-border' &&
          other.finding.certainty !== 'certain' &&
          other.finding.neighbour === finding.neighbour &&
          other.rule.within_m < rule.within_m,
      ),
  );
  const flags = spoken
    .map(({ rule, finding }) => ({ flag: flagOf(view, rule, finding, context), weight: rule.weight }))
    .sort(
      (a, b) => rank(a.flag.level) - rank(b.flag.level) || b.weight - a.weight || compare(a.flag, b.flag),
    );
  return {
    site_id: view.site.id,
    vintage: view.ground.vintage.id,
    level: flags[0]?.flag.level ?? null,
    provinces: view.place.provinces.map(unitRef),
    districts: view.place.districts.map(unitRef),
    communes: view.place.communes.map(unitRef),
    flags: flags.map(({ flag }) => flag),
  };
}

function flagOf(view: SiteView, rule: Rule, finding: Finding, context: RiskContext): Flag {
  const { ground, place } = view;
  const { neighbour, facingAt } = finding;
  const local: readonly AdminUnit[] = [...place.communes, ...place.districts];
  const home = place.provinces.find((unit) => unit.code !== neighbour?.code) ?? place.provinces[0];
  // From a site on the far side, the subject is the neighbour.
  const other = neighbour === null ? null : home?.code === ground.subject.code ? neighbour : ground.subject;
  const across = other === null || facingAt === null ? undefined : facingUnit(ground, other.code, facingAt);
  return {
    rule: rule.id,
    title: rule.title,
    level: levelOf(rule, finding),
    certainty: finding.certainty,
    reason: finding.reason,
    facts: finding.facts,
    documents: citations(context.profile, rule, view.asOf, neighbour?.code ?? null),
    bodies: [
      ...bodiesFor(context.profile, ground, 'own', local, home),
      ...(other === null
        ? []
        : bodiesFor(context.profile, ground, 'neighbour', across === undefined ? [] : [across], other)),
    ],
  };
}

function levelOf(rule: Rule, { certainty }: Finding): FlagLevel {
  if (certainty === 'certain') return rule.level;
  return certainty === 'possible' ? rule.level_if_possible : rule.level_if_undetermined;
}

function rank(level: FlagLevel): number {
  return FLAG_LEVELS.indexOf(level);
}

/** Rule order of equal level and weight is by name, and of one rule by its reason. */
function compare(a: Flag, b: Flag): number {
  const [one, other] = [`${a.rule} ${a.reason.en}`, `${b.rule} ${b.reason.en}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

function outsideNote(site_id: string): Issue {
  return issue(
    'site-outside',
    ['sites', site_id],
    `${site_id}: ngoài địa bàn có dữ liệu của hồ sơ, không xét cảnh báo.`,
    `${site_id}: outside the ground this profile has data of, not judged.`,
  );
}

function repeatedIds(sites: readonly Site[]): Issue[] {
  const seen = new Set<string>();
  return sites.flatMap(({ id }, at) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      issue(
        'site-id-repeated',
        ['sites', at],
        `Mã khu vực ${id} xuất hiện hơn một lần.`,
        `The site id ${id} occurs more than once.`,
      ),
    ];
  });
}
