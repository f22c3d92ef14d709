import type { AdminLevel } from '../../admin/unit.js';
import type { TextItem } from '../layout/layout.js';
import type { Role } from '../layout/roles.js';
import type { Writing } from '../points/writing.js';
import type { Part, Sections, SiteDraft } from '../sections/draft.js';
import { namesLinePoint } from '../sections/titles.js';
import { areaIn, areaInColumn, type DeclaredArea } from '../statement/area.js';
import {
  decisionIn,
  decisionInColumn,
  mineralIn,
  nameIn,
  type Shape,
  shapeIn,
  shapeInColumn,
  withoutAddress,
} from '../statement/attributes.js';
import { type DeclaredPlace, placesIn, placesInColumn } from '../statement/places.js';
import { type StatedSystem, statedSystem, within } from '../statement/stated-system.js';
import { fold } from '../text/fold.js';
import type { Declared, TableSite } from './site.js';

const PLACE_ROLES: readonly (readonly [Role, AdminLevel])[] = [
  ['commune', 'commune'],
  ['district', 'district'],
  ['province', 'province'],
];

/**
 * Sites with what is declared and stated of each: its own words first, the sheet's where they are silent. `area`: what
 * the sheet declares for several sites together.
 */
export function readSites(
  { texts, sites }: Sections,
  writingOf: (part: Part) => Writing,
): { readonly sites: readonly TableSite[]; readonly area: DeclaredArea | null } {
  // A system stated in the head of the first site only is the sheet's.
  const sheetStated = within(statedSystem(texts), statedSystem(wordsOf(sites[0])));
  const sheetDeclared = declaredIn(texts);
  const sheetShape = firstOf(texts, (text) => shapeIn(text.text));
  const sheetName = firstOf(texts, (text) => nameIn(text.text));
  // A sheet of several sites with one point each is a list of points, areas or not.
  const listOfPoints =
    sites.length > 1 && sites.every(({ parts }) => parts.length === 1 && parts[0]?.points.length === 1);
  const read = sites.map((draft, at): TableSite => {
    const own = declaredIn(draft.texts);
    const columns = declaredInColumns(draft);
    const area = columns.area ?? own.area ?? (sites.length === 1 ? sheetDeclared.area : null);
    const name =
      draft.attributes.get('site')?.cell.text.trim() ??
      firstOf(draft.texts, (text) => nameIn(text.text)) ??
      titleName(draft.title) ??
      (sites.length === 1 ? sheetName : null);
    return {
      id: String(at + 1),
      name,
      sheet: null,
      shape: shapeOf(
        draft,
        sheetShape ?? (listOfPoints ? 'point' : null),
        area === null && sites.length === 1,
      ),
      parts: draft.parts,
      declared: {
        places: mergedPlaces([...columns.places, ...own.places], sheetDeclared.places),
        area,
        mineral: columns.mineral ?? own.mineral ?? sheetDeclared.mineral,
        decision: columns.decision ?? own.decision ?? sheetDeclared.decision,
      },
      stated: siteStated(draft, sheetStated),
      secondStated: secondStated(draft),
      writing: writingOf(draft.parts[0] ?? { hole: false, points: [] }),
    };
  });
  return { sites: read, area: sites.length > 1 ? sheetDeclared.area : null };
}

function wordsOf(draft: SiteDraft | undefined): readonly TextItem[] {
  return draft?.texts.filter((text) => !text.header) ?? [];
}

function firstOf<T>(texts: readonly TextItem[], read: (text: TextItem) => T | null): T | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}

/** Who a document is sent to, and what it rests on, says nothing of where its sites lie. */
function isAddressee(text: string): boolean {
  return /^(noi nhan|can cu|kinh gui|theo de nghi|xet de nghi)\b/.test(fold(text));
}

function declaredIn(texts: readonly TextItem[]): Declared {
  return {
    places: texts.flatMap((text) =>
      text.header || isAddressee(text.text) ? [] : placesIn(text.text, text.row),
    ),
    area: firstOf(texts, (text) => (text.header ? null : areaIn(text.text, text.row))),
    mineral: firstOf(texts, (text) => mineralIn(text.text)),
    decision: firstOf(texts, (text) => decisionIn(text.text)),
  };
}

function declaredInColumns({ attributes }: SiteDraft): Declared {
  const read = <T>(role: Role, parse: (text: string, column: string, row: number) => T | null): T | null => {
    const entry = attributes.get(role);
    return entry === undefined ? null : parse(entry.cell.text, entry.column, entry.row);
  };
  const places = PLACE_ROLES.flatMap(
    ([role, level]) => read(role, (text, _, row) => placesInColumn(text, level, row)) ?? [],
  );
  const area = read('area', (text, column, row): DeclaredArea | null => areaInColumn(text, column, row));
  return {
    places: [...places, ...(read('place', (text, _, row) => placesIn(text, row)) ?? [])],
    area,
    mineral: read('mineral', (text) => text.trim()),
    decision: read('decision', (text) => decisionInColumn(text)),
  };
}

/** A site's own places, and the sheet's for the levels the site does not name. */
function mergedPlaces(
  own: readonly DeclaredPlace[],
  sheet: readonly DeclaredPlace[],
): readonly DeclaredPlace[] {
  const levels = new Set(own.filter((place) => !place.weak).map((place) => place.level));
  return [...own, ...sheet.filter((place) => !levels.has(place.level))];
}

function titleName(title: string | null): string | null {
  if (title === null) return null;
  const name = withoutAddress(title.split('|')[0] ?? '');
  return name === '' ? null : name.replace(/^(?:[ivxl\d]+|[a-h])[.)]\s*/i, '').replace(/:$/, '');
}

function siteStated(draft: SiteDraft, sheet: StatedSystem): StatedSystem {
  const point = draft.parts[0]?.points[0];
  const texts = draft.texts.map(({ row, text }) => ({ row, text }));
  const columns: { row: number; text: string }[] = [];
  for (const [role, announce] of [
    ['meridian', 'kinh tuyến trục'],
    ['zone', 'múi chiếu'],
  ] as const) {
    const entry = draft.attributes.get(role);
    if (entry !== undefined) columns.push({ row: entry.row, text: `${announce} ${entry.cell.text}` });
  }
  const pairWords = point === undefined ? [] : [{ row: point.row, text: point.item.pair.words }];
  return within(
    statedSystem([...texts.filter((text) => !isHeaderOf(draft, text.row)), ...pairWords, ...columns]),
    sheet,
  );
}

/** Header rows speak for their own columns only, through the pair's words. */
function isHeaderOf(draft: SiteDraft, row: number): boolean {
  return draft.parts[0]?.points[0]?.item.block.header.rows.includes(row) === true;
}

function secondStated(draft: SiteDraft): StatedSystem | null {
  const other = draft.parts[0]?.points[0]?.item.others[0];
  return other === undefined
    ? null
    : statedSystem([{ row: draft.parts[0]?.points[0]?.row ?? 1, text: other.pair.words }]);
}

/** What the table says, else: points named as on a line, a lone point, or a ring. */
function shapeOf(draft: SiteDraft, sheet: Shape | null, alone: boolean): Shape {
  const column = draft.attributes.get('shape');
  const said =
    (column === undefined ? null : shapeInColumn(column.cell.text)) ??
    firstOf(draft.texts, (text) => shapeIn(text.text)) ??
    sheet;
  if (said !== null) return said;
  const points = draft.parts.flatMap((part) => part.points);
  if (points.some((point) => namesLinePoint(point.label))) return 'line';
  // One lone point without an area is a point; two, or one among rings, are what a cut or a stray title left.
  return points.length === 1 && alone ? 'point' : 'ring';
}
