import { type AdminUnit, unitRef } from '../admin/unit.js';
import { type Issue, issue } from '../issue.js';
import { repeatsIn } from '../repeats.js';
import { err, ok, type Result } from '../result.js';
import type { Rule } from '../rule.js';
import type { IsoDate } from '../units.js';
import { appliedRule } from './applied-rule.js';
import { bodiesFor, facingUnit } from './bodies.js';
import { citations } from './citation.js';
import { FLAG_LEVELS, type Flag, type FlagLevel, type SiteFlags, type WhyNot } from './flag.js';
import { supportOf, unsupported } from './flag-support.js';
import { formerDistricts } from './former-districts.js';
import { answerOf } from './kinds/answer.js';
import type { Finding, SiteView } from './kinds/finding.js';
import { siteMeasures } from './measure-sites.js';
import type { MeasuredSites } from './measured-sites.js';
import type { RiskContext } from './risk-context.js';
import type { Site } from './site.js';
import { siteView } from './site-view.js';
import { isInForce, notInForce, spokenFor, whyNot } from './why-not.js';

export interface FlagOptions {
  /** The day asked about: it chooses the units, the documents and the rules in force. */
  readonly asOf: IsoDate;
  /** Instead of the profile's own rules. They cite the profile's register. */
  readonly rules?: readonly Rule[];
  /** Each flag carries the rule as it was asked (`applied`). */
  readonly explain?: boolean;
  /** Each site carries the rules that did not fire, with facts and reason (`why_not`). */
  readonly whyNot?: boolean;
  /** What is known of sites already, and takes up what is measured of the others. */
  readonly measured?: MeasuredSites;
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
  options: FlagOptions,
): Result<SiteFlags[]> {
  const [repeated, ...others] = repeatedIds(sites);
  if (repeated !== undefined) return err(repeated, ...others);
  const flagger = siteFlagger(context, options);
  if (!flagger.ok) return flagger;
  const flagged = flagger.value.flag(sites);
  return flagged.ok ? ok(flagged.value, [...flagger.notes, ...flagged.notes]) : flagged;
}

/** Rules and ground made ready once, for sites that come in any number of parts. */
export interface SiteFlagger {
  /** The flags of some sites, in the order given; ids are the caller's to keep apart. Issues: the engine's. */
  flag(sites: readonly Site[]): Result<SiteFlags[]>;
}

/**
 * `flagSites` for streams: what costs per run is done once, what is kept does not grow with the sites. Issues and
 * notes: those of `flagSites` that are not about a site.
 */
export function siteFlagger(context: RiskContext, options: FlagOptions): Result<SiteFlagger> {
  const { asOf } = options;
  const vintage = context.registry.vintageAt(asOf);
  if (!vintage.ok) return vintage;
  const ground = context.ground(vintage.value.id);
  if (!ground.ok) return ground;
  const rules = options.rules ?? context.profile.rules;
  const inForce = rules.filter((rule) => isInForce(rule, asOf));
  const measures = siteMeasures(context, ground.value, {
    asOf,
    rules: inForce,
    allBorders: options.whyNot === true,
    ...(options.measured === undefined ? {} : { measured: options.measured }),
  });
  if (!measures.ok) return measures;
  const flag = (sites: readonly Site[]): Result<SiteFlags[]> => {
    const measured = measures.value.measure(sites);
    if (!measured.ok) return measured;
    const flagged = sites.map((site) => {
      const view = siteView(site, context, ground.value, asOf, measured.value.get(site.id) ?? []);
      return flagsOf(view, rules, context, options);
    });
    const outside = flagged
      .filter(({ provinces }) => provinces.length === 0)
      .map(({ site_id }) => outsideNote(site_id));
    return ok(flagged, [...measured.notes, ...outside]);
  };
  return ok({ flag }, ground.notes);
}

function flagsOf(
  view: SiteView,
  rules: readonly Rule[],
  context: RiskContext,
  { explain = false, whyNot: asked = false }: FlagOptions,
): SiteFlags {
  const inForce = rules.filter((rule) => isInForce(rule, view.asOf));
  const answers = new Map(inForce.map((rule) => [rule, answerOf(view, rule)]));
  const found = inForce.flatMap((rule) =>
    (answers.get(rule)?.findings ?? []).map((finding) => ({ rule, finding })),
  );
  const spoken = found.filter((one) => innerRing(found, one) === undefined);
  const flags = spoken
    .map(({ rule, finding }) => ({
      flag: {
        ...flagOf(view, rule, finding, context),
        ...(explain ? { applied: appliedRule(rule, finding) } : {}),
      },
      weight: rule.weight,
    }))
    .sort(
      (a, b) => rank(a.flag.level) - rank(b.flag.level) || b.weight - a.weight || compare(a.flag, b.flag),
    );
  const silent = (rule: Rule): WhyNot[] => {
    const answer = answers.get(rule);
    if (answer === undefined) return [whyNot(view, rule, notInForce(rule, view.asOf))];
    if (answer.findings.length === 0) return [whyNot(view, rule, answer.unmet())];
    if (spoken.some((one) => one.rule === rule)) return [];
    const inner = found.filter((one) => one.rule === rule).map((one) => innerRing(found, one))[0];
    return inner === undefined ? [] : [whyNot(view, rule, spokenFor(inner.rule))];
  };
  return {
    site_id: view.site.id,
    vintage: view.ground.vintage.id,
    level: flags[0]?.flag.level ?? null,
    provinces: view.place.provinces.map(unitRef),
    districts: view.place.districts.map(unitRef),
    communes: view.place.communes.map(unitRef),
    former_districts: formerDistricts(context.registry, view.site, view.place),
    flags: flags.map(({ flag }) => flag),
    ...(asked ? { why_not: rules.flatMap(silent) } : {}),
  };
}

interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** Of the rings along one border that are not certain, only the innermost speaks: the one that speaks for this. */
function innerRing(found: readonly Found[], { rule, finding }: Found): Found | undefined {
  if (rule.kind !== 'near-border' || finding.certainty === 'certain') return undefined;
  return found
    .filter(
      (other) =>
        other.rule.kind === 'near-border' &&
        other.finding.certainty !== 'certain' &&
        other.finding.neighbour === finding.neighbour &&
        other.rule.within_m < rule.within_m,
    )
    .toSorted((a, b) => width_m(a.rule) - width_m(b.rule))[0];
}

function width_m(rule: Rule): number {
  return rule.kind === 'near-border' ? rule.within_m : 0;
}

function flagOf(view: SiteView, rule: Rule, finding: Finding, context: RiskContext): Flag {
  const { ground, place } = view;
  const { neighbour, facingAt } = finding;
  const local: readonly AdminUnit[] = [...place.communes, ...place.districts];
  const home = place.provinces.find((unit) => unit.code !== neighbour?.code) ?? place.provinces[0];
  // From a site on the far side, the subject is the neighbour.
  const other = neighbour === null ? null : home?.code === ground.subject.code ? neighbour : ground.subject;
  const across = other === null || facingAt === null ? undefined : facingUnit(ground, other.code, facingAt);
  const documents = citations(context.profile, rule, view.asOf, neighbour?.code ?? null);
  const own = bodiesFor(context.profile, ground, 'own', local, home);
  const beyond = other === null ? [] : bodiesFor(context.profile, ground, 'neighbour', across === undefined ? [] : [across], other); // biome-ignore format: one choice
  const support = supportOf(documents);
  return {
    rule: rule.id,
    title: rule.title,
    subject: rule.subject,
    level: support === 'none' ? 'info' : levelOf(rule, finding),
    certainty: finding.certainty,
    weight: rule.weight,
    support,
    reason: support === 'none' ? unsupported(finding, documents, view.asOf) : finding.reason,
    facts: finding.facts,
    documents,
    bodies: [...own, ...beyond],
    responsible: own[0] ?? null,
    contact: beyond[0] ?? null,
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
  const ids = sites.map(({ id }) => id);
  return repeatsIn(ids).map((at) =>
    issue(
      'site-id-repeated',
      ['sites', at],
      `Mã khu vực ${ids[at]} xuất hiện hơn một lần.`,
      `The site id ${ids[at]} occurs more than once.`,
    ),
  );
}
