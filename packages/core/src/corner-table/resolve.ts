import { type Issue, issue } from '../issue.js';
import { answer, type SystemAnswer } from './answer.js';
import { type Book, inSheet, readBook } from './book.js';
import { diagnoseAll } from './diagnosis/diagnose-all.js';
import type { Reading, Verdict } from './diagnosis/reading.js';
import { systemsOf } from './diagnosis/system.js';
import { areaSumIssues } from './faults/area-sum.js';
import type { CornerTableContext, CornerTableInput, CornerTableResult } from './result.js';
import type { DeclaredPlace } from './statement/places.js';
import { systemIssues, systemNotes } from './system-words.js';

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
  const book = readBook(input);
  const { systems, unknownPlaces } = systemsOf(book.sites, context.gazetteer);
  const answers = diagnoseAll(systems, context).map((diagnosed) => answer(diagnosed, context));
  return resultOf(book, answers, unknownPlaces);
}

function resultOf(
  book: Book,
  answers: readonly SystemAnswer[],
  unknownPlaces: readonly DeclaredPlace[],
): CornerTableResult {
  const placed = answers
    .flatMap((entry) => entry.placed)
    .sort((a, b) => Number(a.site.id) - Number(b.site.id));
  const sitesOf = (sheet: string | null) =>
    placed.map(({ site }) => site).filter((site) => site.sheet === sheet);
  return {
    verdict: worst(answers.map(({ diagnosis }) => diagnosis.verdict)),
    readings: answers.flatMap(readingsOf),
    systems: answers.map(({ system, diagnosis }) => ({
      verdict: diagnosis.verdict,
      crs: diagnosis.best?.id ?? null,
      sites: system.sites.map((site) => site.id),
    })),
    issues: unique([
      ...book.issues,
      ...(book.sites.length === 0 ? [nothingFound()] : []),
      ...answers.flatMap(({ system, diagnosis }) => systemIssues(system, diagnosis)),
      ...answers.flatMap(({ chosen }) => chosen.issues),
      ...placed.flatMap(({ site, issues }) => inSheet(site.sheet, issues)),
      ...answers.flatMap(({ overlaps }) => overlaps),
      ...book.areas.flatMap(({ sheet, area }) => inSheet(sheet, areaSumIssues(area, sitesOf(sheet)))),
    ]),
    notes: unique([
      ...book.notes,
      ...answers.flatMap(({ system }) => systemNotes(system)),
      ...unknownPlaces.map(unknownPlaceNote),
      ...placed.flatMap(({ site, notes }) => inSheet(site.sheet, notes)),
    ]),
    sites: placed.map(({ site }) => site),
  };
}

/** The readings of a system, the one the user named marked. */
function readingsOf({ system, diagnosis, chosen }: SystemAnswer): readonly Reading[] {
  const named = chosen.byUser ? chosen.candidate?.id : undefined;
  return diagnosis.readings.map((reading) =>
    reading.crs === named && reading.axis === system.axis ? { ...reading, confirmed: true } : reading,
  );
}

const ORDER: readonly Verdict[] = ['certain', 'likely', 'ambiguous', 'impossible'];

/** The least sure; no system at all is `impossible`. */
function worst(verdicts: readonly Verdict[]): Verdict {
  const [first = 'impossible', ...rest] = verdicts;
  return rest.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), first);
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

function unknownPlaceNote({ name, row }: DeclaredPlace): Issue {
  return issue(
    'corner-place-unknown',
    ['row', row],
    `Không có “${name}” trong danh mục hành chính đang dùng; tên này không được dùng làm bằng chứng.`,
    `"${name}" is not in the administrative register at hand; the name is not used as evidence.`,
  );
}

/** Sites that share a heading share its remarks: each is told once. */
function unique(found: readonly Issue[]): Issue[] {
  const seen = new Map<string, Issue>();
  for (const entry of found) {
    const key = `${entry.code} ${entry.path.join(' ')} ${entry.message.en}`;
    if (!seen.has(key)) seen.set(key, entry);
  }
  return [...seen.values()];
}
