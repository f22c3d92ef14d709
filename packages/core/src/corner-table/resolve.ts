import { type Issue, issue, issueAt } from '../issue.js';
import { choose } from './chosen.js';
import { type Diagnosis, diagnose } from './diagnosis/diagnose.js';
import { moreEvidence } from './diagnosis/more-evidence.js';
import type { Verdict } from './diagnosis/reading.js';
import { type SystemSites, systemsOf } from './diagnosis/system.js';
import { type Outline, overlapIssues } from './faults/overlap.js';
import { isSimple } from './faults/ring-math.js';
import { type PlacedSite, placeSite } from './place-site.js';
import type { CornerTableContext, CornerTableInput, CornerTableResult } from './result.js';
import { readSheet } from './sheet.js';
import type { TableSite } from './site/site.js';
import { systemIssues, systemNotes } from './system-words.js';
import type { Row } from './text/cell.js';
import { rowsFromText, rowsFromValues } from './text/rows.js';

interface Sheet {
  readonly name: string | null;
  readonly rows: readonly Row[];
}

interface NumberedSite {
  readonly site: TableSite;
  readonly sheet: string | null;
}

/**
 * Reads a corner table, finds its coordinate system, checks its geometry.
 *
 * Text or rows in; out: the verdict on the system, every reading with its evidence, the faults with row numbers and
 * likely causes (`issues`), what was assumed, converted or repaired (`notes`), and the sites. A site has geometry
 * (WGS 84 lon/lat) only under a `certain` reading or the one named in `context.crs`, and only when no fault blocks it.
 * Never throws on bad input: a text without coordinates is `impossible` with an issue.
 */
export function resolveCornerTable(
  input: CornerTableInput,
  context: CornerTableContext = {},
): CornerTableResult {
  const sheets = sheetsOf(input);
  const read = sheets.map((sheet) => ({ sheet, ...readSheet(sheet.rows) }));
  const inSheet = (name: string | null, found: readonly Issue[]) =>
    name === null ? found : found.map((entry) => issueAt(['sheet', name], entry));
  const issues = read.flatMap(({ sheet, issues }) => inSheet(sheet.name, issues));
  const notes = read.flatMap(({ sheet, notes }) => inSheet(sheet.name, notes));
  const sites = numbered(read.map(({ sheet, sites }) => ({ name: sheet.name, sites })));
  if (sites.length === 0) return { ...NOTHING, issues: [...issues, nothingFound()], notes };

  const { systems, unknownPlaces } = systemsOf(
    sites.map(({ site }) => site),
    context.gazetteer,
  );
  const diagnoses = diagnoseAll(systems, context);
  const chosen = systems.map((system, at) => choose(system, at_(diagnoses, at), context.crs));
  const placed = systems.flatMap((system, at) =>
    system.sites.map((member) => {
      const own = sites.find(({ site }) => site.id === member.id);
      const { candidate } = at_(chosen, at);
      const elsewhere = at_(diagnoses, at).discordant.includes(member.id) && context.crs === undefined;
      const result = placeSite(
        member,
        system.index,
        candidate,
        elsewhere ? ['corner-site-elsewhere'] : [],
        context.repair === true,
      );
      return { ...result, site: { ...result.site, sheet: own?.sheet ?? null } };
    }),
  );
  const inOrder = placed.sort((a, b) => Number(a.site.id) - Number(b.site.id));
  const named = chosen.map(({ candidate }) => candidate?.id ?? null);
  return {
    verdict: worst(diagnoses.map((diagnosis) => diagnosis.verdict)),
    readings: diagnoses.flatMap((diagnosis, at) =>
      diagnosis.readings.map((reading) => ({
        ...reading,
        confirmed:
          context.crs !== undefined && reading.crs === named[at] && reading.axis === systems[at]?.axis,
      })),
    ),
    systems: diagnoses.map((diagnosis, at) => ({
      verdict: diagnosis.verdict,
      crs: diagnosis.best?.id ?? null,
      sites: at_(systems, at).sites.map((site) => site.id),
    })),
    issues: unique([
      ...issues,
      ...systems.flatMap((system, at) => systemIssues(system, at_(diagnoses, at))),
      ...chosen.flatMap((entry) => entry.issues),
      ...inOrder.flatMap((entry) => inSheet(entry.site.sheet, entry.issues)),
      ...systems.flatMap((system) => overlapsOf(inOrder, system, context)),
    ]),
    notes: unique([
      ...notes,
      ...systems.flatMap((system) => systemNotes(system)),
      ...unknownPlaces.map(unknownPlaceNote),
      ...inOrder.flatMap((entry) => inSheet(entry.site.sheet, entry.notes)),
    ]),
    sites: inOrder.map((entry) => entry.site),
  };
}

const NOTHING: CornerTableResult = {
  verdict: 'impossible',
  readings: [],
  systems: [],
  issues: [],
  notes: [],
  sites: [],
};

function sheetsOf(input: CornerTableInput): readonly Sheet[] {
  if (typeof input === 'string') return [{ name: null, rows: rowsFromText(input) }];
  if ('sheets' in input) {
    const several = input.sheets.length > 1;
    return input.sheets.map(({ name, rows }) => ({
      name: several ? name : null,
      rows: rowsFromValues(rows),
    }));
  }
  return [{ name: null, rows: rowsFromValues(input) }];
}

function numbered(
  sheets: readonly { readonly name: string | null; readonly sites: readonly TableSite[] }[],
): readonly NumberedSite[] {
  return sheets
    .flatMap(({ name, sites }) => sites.map((site) => ({ site, sheet: name })))
    .map(({ site, sheet }, at) => ({ sheet, site: { ...site, id: String(at + 1) } }));
}

/** Systems are diagnosed alone first; what is certain then is a neighbour to the others. */
function diagnoseAll(systems: readonly SystemSites[], context: CornerTableContext): readonly Diagnosis[] {
  const known = context.neighbours ?? [];
  const alone = systems.map((system) => diagnose(system, context.gazetteer, moreEvidence(system, known)));
  if (systems.length === 1) return alone;
  return systems.map((system, at) => {
    const others = alone.flatMap((diagnosis, index) => {
      const position = diagnosis.verdict === 'certain' ? diagnosis.readings[0]?.position : null;
      return index === at || position === null || position === undefined ? [] : [position];
    });
    return others.length === 0
      ? at_(alone, at)
      : diagnose(system, context.gazetteer, moreEvidence(system, [...known, ...others]));
  });
}

const ORDER: readonly Verdict[] = ['certain', 'likely', 'ambiguous', 'impossible'];

function worst(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'certain');
}

function overlapsOf(
  placed: readonly PlacedSite[],
  system: SystemSites,
  context: CornerTableContext,
): Issue[] {
  const outlines = placed.flatMap(({ site, table, diagnosis }): Outline[] => {
    const shell = diagnosis.parts.find((part) => !part.hole);
    const simple = diagnosis.parts.every((part) => isSimple(part.points));
    const stands = site.system === system.index && table.shape === 'ring' && simple;
    return stands && shell !== undefined
      ? [{ id: site.id, name: site.name, shell: shell.points, parts: diagnosis.parts }]
      : [];
  });
  return overlapIssues(outlines, context.kernel);
}

function nothingFound(): Issue {
  return issue(
    'corner-no-coordinates',
    [],
    'Không tìm thấy tọa độ nào trong văn bản.',
    'No coordinates were found in the text.',
    {
      vi: 'Cần ít nhất một dòng có hai số: X (Bắc) và Y (Đông) bằng mét, hoặc vĩ độ và kinh độ.',
      en: 'At least one row with two numbers is needed: X (north) and Y (east) in metres, or latitude and longitude.',
    },
  );
}

function unknownPlaceNote({ name, row }: { readonly name: string; readonly row: number }): Issue {
  return issue(
    'corner-place-unknown',
    ['row', row],
    `Không có “${name}” trong danh mục hành chính đang dùng; tên này không được dùng làm bằng chứng.`,
    `"${name}" is not in the administrative register at hand; the name is not used as evidence.`,
  );
}

function unique(found: readonly Issue[]): Issue[] {
  const seen = new Map<string, Issue>();
  for (const entry of found) {
    const key = `${entry.code} ${entry.path.join(' ')} ${entry.message.en}`;
    if (!seen.has(key)) seen.set(key, entry);
  }
  return [...seen.values()];
}

/** An entry of a list as long as the systems: its absence is our own bug. */
function at_<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new Error('a system without its diagnosis');
  return entry;
}
