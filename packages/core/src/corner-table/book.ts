import { type Issue, issueAt } from '../issue.js';
import type { CornerTableInput } from './result.js';
import { readSheet } from './sheet.js';
import type { TableSite } from './site/site.js';
import type { DeclaredArea } from './statement/area.js';
import type { Row } from './text/cell.js';
import { rowsFromText, rowsFromValues } from './text/rows.js';

/** Everything read from the input before any coordinate system: sites of all sheets, numbered through. */
export interface Book {
  readonly sites: readonly TableSite[];
  /** What sheets of several sites declare for all of them. */
  readonly areas: readonly { readonly sheet: string | null; readonly area: DeclaredArea | null }[];
  readonly issues: readonly Issue[];
  readonly notes: readonly Issue[];
}

interface Sheet {
  /** `null` where there is only one. */
  readonly name: string | null;
  readonly rows: readonly Row[];
}

function sheetsOf(input: CornerTableInput): readonly Sheet[] {
  if (typeof input === 'string') return [{ name: null, rows: rowsFromText(input) }];
  if (!('sheets' in input)) return [{ name: null, rows: rowsFromValues(input) }];
  const several = input.sheets.length > 1;
  return input.sheets.map(({ name, rows }) => ({ name: several ? name : null, rows: rowsFromValues(rows) }));
}

/** Issues of one sheet of several, seen from the book. */
export function inSheet(name: string | null, found: readonly Issue[]): readonly Issue[] {
  return name === null ? found : found.map((entry) => issueAt(['sheet', name], entry));
}

export function readBook(input: CornerTableInput): Book {
  const sheets = sheetsOf(input).map(({ name, rows }) => ({ name, ...readSheet(rows) }));
  return {
    sites: sheets
      .flatMap(({ name, sites }) => sites.map((site): TableSite => ({ ...site, sheet: name })))
      .map((site, at) => ({ ...site, id: String(at + 1) })),
    areas: sheets.map(({ name, area }) => ({ sheet: name, area })),
    issues: sheets.flatMap(({ name, issues }) => inSheet(name, issues)),
    notes: sheets.flatMap(({ name, notes }) => inSheet(name, notes)),
  };
}
