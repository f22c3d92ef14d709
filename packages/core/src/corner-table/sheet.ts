import type { Issue } from '../issue.js';
import { type Item, type PointItem, readLayout } from './layout/layout.js';
import { joinSexagesimal } from './layout/sexagesimal-columns.js';
import { toUnicode } from './legacy/convert.js';
import type { TablePoint } from './points/point.js';
import { readPoints } from './points/read-points.js';
import type { Writing } from './points/writing.js';
import { readSections } from './sections/read-sections.js';
import { readSites } from './site/read-sites.js';
import type { TableSite } from './site/site.js';
import type { DeclaredArea } from './statement/area.js';
import type { Row } from './text/cell.js';
import { plainGlyphs } from './text/glyphs.js';

/** One sheet read to sites, before any coordinate system. */
export interface SheetSites {
  readonly sites: readonly TableSite[];
  /** Declared for several sites together. */
  readonly area: DeclaredArea | null;
  readonly issues: readonly Issue[];
  readonly notes: readonly Issue[];
}

/** Damage mended, layout found, numbers read, words understood, points put into sites. */
export function readSheet(rows: readonly Row[]): SheetSites {
  const unicode = toUnicode(rows);
  const plain = plainGlyphs(unicode.rows);
  const layout = readLayout(joinSexagesimal(plain.rows));
  const issues: Issue[] = [];
  const notes: Issue[] = [...unicode.notes, ...plain.notes];
  const pointOf = new Map<Item, TablePoint>();
  const writings = new Map<TablePoint, Writing>();
  for (const items of pointGroups(layout.items)) {
    const [first] = items;
    if (first === undefined) continue;
    const read = readPoints(items, first.block);
    for (const fault of read.issues) issues.push(fault);
    for (const note of read.notes) notes.push(note);
    read.points.forEach((point) => {
      pointOf.set(point.item, point);
      writings.set(point, read.writing);
    });
  }
  const sections = readSections(layout.items, pointOf);
  const sites = readSites(
    sections,
    (part) => (part.points[0] === undefined ? undefined : writings.get(part.points[0])) ?? DEFAULT_WRITING,
  );
  return { ...sites, issues, notes };
}

const DEFAULT_WRITING: Writing = { kind: 'metres', order: 'north-first' };

/** Points that share a block: the habits of a column are those of its whole table. */
function pointGroups(items: readonly Item[]): PointItem[][] {
  const groups = new Map<unknown, PointItem[]>();
  for (const item of items) {
    if (item.kind !== 'point') continue;
    const group = groups.get(item.block);
    if (group === undefined) groups.set(item.block, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
