import {
  type AdminLevel,
  type AdminUnit,
  borderZones,
  type DrawnUnit,
  drawnGazetteer,
  err,
  flagReport,
  type IsoDate,
  issue,
  ok,
  parseIsoDate,
  type Result,
  resolveCornerTable,
  type Site,
  unitHistory,
  unitsMeant,
  zoneFeature,
} from '@giapranh/core';
import { communePoints, cornerTableFromBytes, readSites } from '@giapranh/formats';
import type { ProcessId, ProcessInputs } from './inputs.js';
import type { ProcessWorld } from './world.js';

/** How far a run is, 0 to 100, with what it is doing. */
export type Advance = (percent: number) => void;

interface Run {
  readonly world: ProcessWorld;
  readonly today: IsoDate;
  readonly advance: Advance;
}

type Runner<Id extends ProcessId> = (
  inputs: ProcessInputs[Id],
  run: Run,
) => Promise<Result<unknown>> | Result<unknown>;

function dayOf(text: string | undefined, today: IsoDate): IsoDate {
  return text === undefined ? today : (parseIsoDate(text) ?? today);
}

const LEVELS: readonly AdminLevel[] = ['province', 'district', 'commune'];

/** The two units at the first level that has both. Issues: those of `unitsMeant`. */
function pairMeant(
  world: ProcessWorld,
  [first = '', second = '']: readonly string[],
  asked: AdminLevel | undefined,
  asOf: IsoDate,
): Result<readonly [AdminUnit, AdminUnit]> {
  for (const level of asked === undefined ? LEVELS : [asked]) {
    const found = [first, second].map((name) => unitsMeant(world.units, name, { asOf, level }));
    const [a, b] = found.map((units) => (units.ok && units.value.length === 1 ? units.value[0] : undefined));
    if (a !== undefined && b !== undefined) return ok([a, b]);
  }
  const issues = [first, second].flatMap((name) => {
    const found = unitsMeant(world.units, name, asked === undefined ? { asOf } : { asOf, level: asked });
    if (!found.ok) return found.issues;
    return found.value.length === 1 ? [] : [ambiguous(name, found.value)];
  });
  const [head, ...rest] = issues.length === 0 ? [ambiguous(`${first} – ${second}`, [])] : issues;
  return head === undefined ? err(ambiguous(first, [])) : err(head, ...rest);
}

function ambiguous(name: string, units: readonly AdminUnit[]) {
  const list = units.map((unit) => `${unit.name} (${unit.code})`).join(', ');
  return issue(
    'process-unit-ambiguous',
    ['inputs', 'between', name],
    `“${name}” không chỉ rõ một đơn vị: ${list}.`,
    `"${name}" does not mean one unit: ${list}.`,
    { vi: 'Ghi mã đơn vị hoặc cấp.', en: 'Give the code of the unit, or the level.' },
  );
}

function drawn(world: ProcessWorld, unit: AdminUnit): Result<DrawnUnit> {
  const [found] = world.units.drawingsOf(unit);
  return found === undefined
    ? err(
        issue(
          'unit-not-drawn',
          ['inputs', 'between', unit.name],
          `${unit.name} (${unit.code}) chưa có dữ liệu ranh giới.`,
          `${unit.name} (${unit.code}) has no boundary data.`,
        ),
      )
    : ok(found);
}

const borderZone: Runner<'border-zone'> = (inputs, { world, today, advance }) => {
  const pair = pairMeant(world, inputs.between, inputs.level, dayOf(inputs.as_of, today));
  if (!pair.ok) return pair;
  const [a, b] = [drawn(world, pair.value[0]), drawn(world, pair.value[1])];
  if (!a.ok) return a;
  if (!b.ok) return b;
  advance(20);
  const zones = borderZones(world.kernel, a.value, b.value, {
    widths_m: inputs.widths_m ?? world.sources.profile.ring_widths_m,
    communes: world.sources.units.filter(({ level }) => level === 'commune'),
  });
  if (!zones.ok) return zones;
  return ok({ type: 'FeatureCollection', features: zones.value.map(zoneFeature) }, zones.notes);
};

async function sitesOf(
  sites: ProcessInputs['site-overlap']['sites'],
  asOf: IsoDate | undefined,
  { kernel, sources, units }: ProcessWorld,
): Promise<Result<readonly Site[]>> {
  const { registry } = units;
  return readSites(JSON.stringify(sites), 'geojson', {
    kernel,
    registry,
    source: 'request',
    preferProvinces: sources.profile.vintages.flatMap(({ id }) => units.provinces(id)),
    pointIn: communePoints(kernel, sources.units, registry),
    ...(asOf === undefined ? {} : { asOf }),
  });
}

const siteOverlap: Runner<'site-overlap'> = async (inputs, { world, today, advance }) => {
  const asOf = dayOf(inputs.as_of, today);
  const sites = await sitesOf(inputs.sites, inputs.as_of === undefined ? undefined : asOf, world);
  if (!sites.ok) return sites;
  advance(10);
  const layer = world.overlapLayers.on(world, inputs.layer, asOf);
  if (!layer.ok) return layer;
  advance(50);
  const communes = world.risk.communes.forSites(sites.value);
  if (!communes.ok) return communes;
  const asked = { within_m: inputs.within_m ?? 0, communes: communes.value };
  const found = layer.value.overlaps(sites.value, asked);
  return found.ok ? ok({ overlaps: found.value }, [...sites.notes, ...layer.notes, ...found.notes]) : found;
};

const flag: Runner<'flag-sites'> = async (inputs, { world, today, advance }) => {
  const { sources, risk } = world;
  const asOf = dayOf(inputs.as_of, today);
  const own = sources.sites.flatMap(({ sites }) => sites);
  const sites =
    inputs.sites === undefined
      ? ok(own)
      : await sitesOf(inputs.sites, inputs.as_of === undefined ? undefined : asOf, world);
  if (!sites.ok) return sites;
  advance(20);
  const asked = sites.value.filter(({ id }) => inputs.site_ids?.includes(id) ?? true);
  const report = flagReport(asked, risk, sources.datasets, {
    asOf,
    explain: inputs.explain ?? false,
    whyNot: inputs.why_not ?? false,
    priorities: inputs.priorities ?? false,
  });
  return report.ok ? ok(report.value, [...sites.notes, ...report.notes]) : report;
};

const cornerTable: Runner<'resolve-corner-table'> = async (inputs, { world, advance }) => {
  const bytes = Buffer.from(inputs.text, 'utf8');
  const input = await cornerTableFromBytes(bytes, inputs.file_name ?? 'bang-toa-do.csv');
  if (!input.ok) return input;
  advance(20);
  const result = resolveCornerTable(input.value, {
    gazetteer: drawnGazetteer(world.sources),
    kernel: world.kernel,
    repair: inputs.repair ?? false,
    ...(inputs.crs === undefined ? {} : { crs: inputs.crs }),
  });
  return ok(result, input.notes);
};

const trace: Runner<'trace-unit'> = (inputs, { world, today }) => {
  const to = inputs.to === undefined ? undefined : parseIsoDate(inputs.to);
  const { level, within, policy } = inputs;
  return unitHistory(world.units, inputs.name, {
    asOf: dayOf(inputs.as_of, today),
    ...(to === undefined ? {} : { to }),
    ...(level === undefined ? {} : { level }),
    ...(within === undefined ? {} : { within }),
    ...(policy === undefined ? {} : { policy }),
  });
};

const RUNNERS: { readonly [Id in ProcessId]: Runner<Id> } = {
  'border-zone': borderZone,
  'site-overlap': siteOverlap,
  'flag-sites': flag,
  'resolve-corner-table': cornerTable,
  'trace-unit': trace,
};

/** Runs a process on inputs that its schema let through: the same functions of core as the CLI's. */
export async function runProcess<Id extends ProcessId>(
  id: Id,
  inputs: ProcessInputs[Id],
  run: Run,
): Promise<Result<unknown>> {
  const runner: Runner<Id> = RUNNERS[id];
  return runner(inputs, run);
}
