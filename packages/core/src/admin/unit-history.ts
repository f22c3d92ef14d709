import { geodesicArea_m2 } from '../geodesy/area.js';
import type { LocalText } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import type { IsoDate } from '../units.js';
import { groundShare } from './ground-share.js';
import type { LineageLink } from './lineage.js';
import { MIXED_POLICY_TEXT, type MixedPolicy, mixedInheritance } from './mixed-policy.js';
import type { NameOptions } from './registry.js';
import { type TraceLink, traceUnit } from './trace.js';
import type { AdminLevel, AdminUnit, DrawnUnit, VintageId } from './unit.js';
import { type UnitDetail, unitDetail } from './unit-detail.js';
import type { UnitWorld } from './unit-world.js';

export interface HistoryQuestion {
  /** The day the name or code is of. */
  readonly asOf: IsoDate;
  /** Only into the vintage of this day; all others when absent. */
  readonly to?: IsoDate;
  readonly level?: AdminLevel;
  /** Province or district, by name or code: only units inside it. */
  readonly within?: string;
  /** How mixed successors inherit. Default `all`: nothing asked about is lost. */
  readonly policy?: MixedPolicy;
}

/** A unit of another vintage and what it has to do with the one asked about. */
export interface UnitRelation {
  readonly code: string;
  readonly name: string;
  readonly vintage: VintageId;
  readonly level: AdminLevel;
  readonly kind: TraceLink['kind'];
  readonly parts: TraceLink['parts'];
  /** The part of the asked unit's ground that lies in it, 0 to 1; `null` where it cannot be told. */
  readonly share: number | null;
  /** Where the share comes from: the outlines, or a resolution that moved a commune undivided. */
  readonly share_by: 'drawing' | 'resolution' | null;
  /** The part of its own ground that was the asked unit's. */
  readonly share_of_it: number | null;
  /** The acts that moved the ground; one given as a range is not known to the number. */
  readonly made_by: readonly string[];
  /** What of it counts as the asked unit's under the policy; `null` where it is no successor. */
  readonly inherits: 'whole' | 'part' | 'none' | null;
  readonly inherited_m2: number | null;
  /** The match it belongs to. */
  readonly of: { readonly code: string; readonly vintage: VintageId };
}

/** The answer of `unitHistory`. JSON-safe; every list in the order of codes. */
export interface UnitHistory {
  readonly as_of: IsoDate;
  readonly to: IsoDate | null;
  readonly policy: { readonly id: MixedPolicy; readonly meaning: LocalText };
  /** What the name or code meant on the day: more than one where it is ambiguous. */
  readonly matches: readonly UnitDetail[];
  readonly became: readonly UnitRelation[];
  readonly was: readonly UnitRelation[];
  readonly same_name: readonly UnitRelation[];
  /** What the code means in the other vintages: related or not. */
  readonly same_code: readonly UnitRelation[];
  /** For each match all of whose successors are drawn: what inherits under the policy, against its own area. */
  readonly inherited: readonly {
    readonly of: { readonly code: string; readonly vintage: VintageId };
    readonly area_m2: number;
    readonly inherited_m2: number;
    readonly difference_m2: number;
  }[];
}

/**
 * What a name or code meant on a day, what that unit became and was, what only shares its name, and what its code
 * means now. Issues: `admin-vintage-unknown`, `admin-unit-name-unknown`; an ambiguous name is answered with all it
 * may mean, an ambiguous parent is `admin-unit-ambiguous`.
 */
export function unitHistory(world: UnitWorld, name: string, question: HistoryQuestion): Result<UnitHistory> {
  const { registry } = world;
  const { asOf, to, policy = 'all' } = question;
  const target = to === undefined ? undefined : registry.vintageAt(to);
  if (target?.ok === false) return target;
  const matches = unitsMeant(world, name, question);
  if (!matches.ok) return matches;
  const traces = matches.value.map((unit) =>
    traceUnit(registry, unit, target === undefined ? {} : { to: target.value.id }),
  );
  const relations = (kind: 'became' | 'was' | 'same_name' | 'same_code'): UnitRelation[] =>
    traces.flatMap((trace) =>
      trace[kind].map((link) => relation(world, trace.unit, link, kind === 'became' ? policy : null)),
    );
  const became = relations('became');
  return ok(
    {
      as_of: asOf,
      to: to ?? null,
      policy: { id: policy, meaning: MIXED_POLICY_TEXT[policy] },
      matches: matches.value.map((unit) => unitDetail(world, unit)),
      became,
      was: relations('was'),
      same_name: relations('same_name'),
      same_code: relations('same_code'),
      inherited: matches.value.flatMap((unit) => inheritedBy(world, unit, became)),
    },
    matches.notes,
  );
}

/** Every unit a text may mean on a day, by code or by name; one at least. Issues as `unitHistory`. */
export function unitsMeant(
  world: UnitWorld,
  text: string,
  { asOf, level, within }: Pick<HistoryQuestion, 'asOf' | 'level' | 'within'>,
): Result<readonly AdminUnit[]> {
  const { registry } = world;
  const vintage = registry.vintageAt(asOf);
  if (!vintage.ok) return vintage;
  const fits = level === undefined ? {} : { level };
  const options: NameOptions = { asOf, preferProvinces: world.provinces(vintage.value.id), ...fits };
  const parent = within === undefined ? ok(undefined) : oneMeant(world, within, vintage.value.id, { asOf });
  if (!parent.ok) return parent;
  const inside = parent.value === undefined ? options : { ...options, within: parent.value };
  const byCode = unitOfCode(world, text, vintage.value.id);
  if (byCode !== undefined && (level === undefined || byCode.level === level)) return ok([byCode]);
  const found = registry.search(text, inside);
  if (found.length > 0) return ok(found);
  const missing = registry.find(text, inside);
  return missing.ok ? ok([missing.value]) : missing;
}

function oneMeant(
  world: UnitWorld,
  text: string,
  vintage: VintageId,
  options: NameOptions,
): Result<AdminUnit> {
  const byCode = unitOfCode(world, text, vintage);
  if (byCode !== undefined) return ok(byCode);
  // A parent is a province before it is a district of the same name.
  const province = world.registry.find(text, { ...options, level: 'province' });
  const district = world.registry.find(text, { ...options, level: 'district' });
  if (province.ok) return province;
  return district.ok || district.issues[0].code === 'admin-unit-ambiguous'
    ? district
    : err(...province.issues);
}

function unitOfCode({ registry }: UnitWorld, text: string, vintage: VintageId): AdminUnit | undefined {
  return /^\d{2,5}$/.test(text) ? registry.get(text, vintage) : undefined;
}

function relation(
  world: UnitWorld,
  of: AdminUnit,
  { unit, kind, parts, links }: TraceLink,
  policy: MixedPolicy | null,
): UnitRelation {
  const [mine, theirs] = [world.drawingsOf(of)[0], world.drawingsOf(unit)[0]];
  const drawn = mine === undefined || theirs === undefined ? null : commonGround(world, mine, theirs);
  const moved = drawn === null ? shareByResolution(world, of, links) : null;
  const inherits =
    policy === null || kind === null
      ? null
      : kind === 'whole'
        ? 'whole'
        : heritage(policy, drawn?.share_of_it);
  return {
    code: unit.code,
    name: unit.name,
    vintage: unit.vintage,
    level: unit.level,
    kind,
    parts,
    share: drawn?.share ?? moved,
    share_by: drawn !== null ? 'drawing' : moved !== null ? 'resolution' : null,
    share_of_it: drawn?.share_of_it ?? null,
    made_by: actsOf(links),
    inherits,
    inherited_m2: inherits === null || drawn === null ? null : inheritedArea(inherits, drawn),
    of: { code: of.code, vintage: of.vintage },
  };
}

interface CommonGround {
  readonly share: number;
  readonly share_of_it: number;
  readonly its_m2: number;
}

function commonGround({ kernel }: UnitWorld, mine: DrawnUnit, theirs: DrawnUnit): CommonGround | null {
  const share = groundShare(kernel, mine.geometry, theirs.geometry);
  if (!share.ok) return null;
  const [mine_m2, its_m2] = [geodesicArea_m2(mine.geometry), geodesicArea_m2(theirs.geometry)];
  return { share: share.value, share_of_it: (share.value * mine_m2) / its_m2, its_m2 };
}

/** Old communes are not drawn; where one went over undivided, all of its ground did. */
function shareByResolution(
  { registry }: UnitWorld,
  of: AdminUnit,
  links: readonly LineageLink[],
): number | null {
  const own = of.level === 'commune' ? (registry.linksFrom.get(of.code) ?? []) : [];
  const [only, second] = own.filter((link) => link.from.vintage === of.vintage);
  return only !== undefined && second === undefined && only.kind === 'full' && links.includes(only)
    ? 1
    : null;
}

function heritage(policy: MixedPolicy, share: number | undefined): 'whole' | 'part' | 'none' | null {
  if (share !== undefined) return mixedInheritance(policy, share);
  return policy === 'by-area' ? null : mixedInheritance(policy, 0);
}

function inheritedArea(inherits: 'whole' | 'part' | 'none', { share_of_it, its_m2 }: CommonGround): number {
  if (inherits === 'none') return 0;
  return inherits === 'whole' ? its_m2 : share_of_it * its_m2;
}

function actsOf(links: readonly LineageLink[]): readonly string[] {
  return [...new Set(links.flatMap(({ madeBy }) => (madeBy === undefined ? [] : [madeBy.number])))].sort();
}

function inheritedBy(
  world: UnitWorld,
  unit: AdminUnit,
  became: readonly UnitRelation[],
): UnitHistory['inherited'] {
  const [drawn] = world.drawingsOf(unit);
  const own = became.filter(({ of }) => of.code === unit.code && of.vintage === unit.vintage);
  const areas = own.map(({ inherited_m2 }) => inherited_m2);
  if (drawn === undefined || own.length === 0 || areas.includes(null)) return [];
  const area_m2 = geodesicArea_m2(drawn.geometry);
  const inherited_m2 = areas.reduce<number>((sum, area) => sum + (area ?? 0), 0);
  const of = { code: unit.code, vintage: unit.vintage };
  return [{ of, area_m2, inherited_m2, difference_m2: inherited_m2 - area_m2 }];
}
