import type { Cell } from '../text/cell.js';
import { readLabel } from './label.js';
import type { Item, TextItem } from './layout.js';
import type { TablePoint } from './point.js';
import type { Role } from './roles.js';
import { namesLineStart, titleKind } from './titles.js';

/** One ring, line or group of points of a site, in table order. */
export interface Part {
  readonly hole: boolean;
  readonly points: readonly TablePoint[];
}

/** A site before anything is known of its place: its points and the words that belong to it. */
export interface SiteDraft {
  readonly parts: readonly Part[];
  /** The title row, or the value of the site column. */
  readonly title: string | null;
  /** Words that stand over or under this site only. */
  readonly texts: readonly TextItem[];
  /** First non-empty value of each attribute column. */
  readonly attributes: ReadonlyMap<
    Role,
    { readonly cell: Cell; readonly row: number; readonly column: string }
  >;
}

export interface Sections {
  /** Words that hold for the whole sheet. */
  readonly texts: readonly TextItem[];
  readonly sites: readonly SiteDraft[];
}

interface OpenPart {
  hole: boolean;
  points: TablePoint[];
}

interface OpenSite {
  parts: OpenPart[];
  title: string | null;
  texts: TextItem[];
  attributes: Map<Role, { cell: Cell; row: number; column: string }>;
}

const NEW_SITE_ROLES: readonly Role[] = ['site', 'decision', 'area'];

function samePlace(a: TablePoint, b: TablePoint): boolean {
  return a.north !== null && a.north === b.north && a.east === b.east;
}

/** Whether a point begins anew: counting restarts, or the prefix changes with a lower number. */
function restarts(part: OpenPart, point: TablePoint, next: TablePoint | undefined): boolean {
  const first = part.points[0];
  const last = part.points.at(-1);
  if (first === undefined || last === undefined) return false;
  if (namesLineStart(point.label) && part.points.length >= 2) return true;
  const closed = part.points.length > 3 && samePlace(first, last);
  const [label, start, before] = [point, first, last].map((entry) => readLabel(entry.label));
  if (label === undefined || start === undefined || before === undefined) return closed;
  if (label.number === null || before.number === null) return closed && point.label === '';
  if (label.prefix !== before.prefix) return label.number <= before.number && part.points.length >= 2;
  if (label.number > before.number) return closed && label.number === 1;
  if (label.number !== start.number) return false;
  // The first name again: the closing point, unless other places follow that count on from it.
  if (samePlace(point, first)) return closed;
  const after = next === undefined ? null : readLabel(next.label);
  return part.points.length >= 2 && after?.number === label.number + 1 && after.prefix === label.prefix;
}

function textOf(point: TablePoint, role: Role): string {
  return point.attributes.get(role)?.text.trim() ?? '';
}

function attributeChanges(site: OpenSite, point: TablePoint): boolean {
  return NEW_SITE_ROLES.some((role) => {
    const value = textOf(point, role);
    if (value === '') return false;
    const known = site.attributes.get(role)?.cell.text.trim();
    // An area or decision repeated on every row says nothing; a new one on a row without a site name does.
    if (role !== 'site' && site.attributes.has('site') && textOf(point, 'site') === '') return false;
    return known !== undefined && known !== value;
  });
}

function partChanges(site: OpenSite, point: TablePoint, lastPart: string): boolean {
  const value = textOf(point, 'part');
  return value !== '' && lastPart !== '' && value !== lastPart && site.parts.length > 0;
}

function isHole(text: string): boolean {
  return titleKind(text) === 'hole';
}

/** Points and words to sites with parts. */
export function readSections(items: readonly Item[], pointOf: ReadonlyMap<Item, TablePoint>): Sections {
  const sheetTexts: TextItem[] = [];
  const sites: OpenSite[] = [];
  let pending: TextItem[] = [];
  let blank = false;
  let lastPart = '';
  const points = items.flatMap((item) => pointOf.get(item) ?? []);
  let at = 0;
  let site: OpenSite | undefined;
  const open = (title: string | null, texts: readonly TextItem[], hole: boolean): OpenSite => {
    const opened: OpenSite = {
      parts: [{ hole, points: [] }],
      title,
      texts: [...texts],
      attributes: new Map(),
    };
    sites.push(opened);
    return opened;
  };
  for (const item of items) {
    if (item.kind === 'text') {
      pending.push(item);
      continue;
    }
    if (item.kind === 'blank') {
      blank = true;
      continue;
    }
    const point = pointOf.get(item);
    if (point === undefined) continue;
    at += 1;
    const next = points[at];
    if (site === undefined) {
      const from = pending.findLastIndex((text) => !text.header && titleKind(text.text) === 'section');
      const own = from < 0 ? [] : pending.slice(from);
      sheetTexts.push(...(from < 0 ? pending : pending.slice(0, from)));
      site = open(own[0]?.text ?? null, own, false);
    } else {
      const part = site.parts.at(-1) ?? { hole: false, points: [] };
      const words = pending.filter((text) => !text.header);
      const kinds = words.map((text) => titleKind(text.text));
      const restart = restarts(part, point, next);
      const section = kinds.lastIndexOf('section');
      const inner = kinds.findIndex((kind) => kind === 'hole' || kind === 'part');
      const unnamedBreak = blank && point.label === '' && part.points.length >= 3;
      if (attributeChanges(site, point) || section >= 0 || (restart && kinds.includes('other'))) {
        const own = section >= 0 ? section : kinds.indexOf('other');
        const cut = own < 0 ? words.length : own;
        site.texts.push(...words.slice(0, cut));
        const title = words[cut]?.text ?? null;
        const hole = kinds.slice(cut).includes('hole');
        site = open(title, [...words.slice(cut), ...pending.filter((text) => text.header)], hole);
      } else if (inner >= 0 || partChanges(site, point, lastPart)) {
        site.texts.push(...words);
        const hole = kinds.includes('hole') || isHole(textOf(point, 'part'));
        site.parts.push({ hole, points: [] });
      } else if (restart || unnamedBreak) {
        site.texts.push(...words);
        site = open(
          null,
          pending.filter((text) => text.header),
          false,
        );
      } else site.texts.push(...words);
    }
    pending = [];
    blank = false;
    if (textOf(point, 'part') !== '') lastPart = textOf(point, 'part');
    site.parts.at(-1)?.points.push(point);
    for (const [role, cell] of point.attributes) {
      if (cell.text.trim() === '' || site.attributes.has(role)) continue;
      const column = item.block.columns.attributes.get(role);
      const words = column === undefined ? '' : item.block.columns.headerWords(column);
      site.attributes.set(role, { cell, row: point.row, column: words });
    }
  }
  const tail = pending.filter((text) => !text.header);
  if (site !== undefined && sites.length > 1) {
    site.texts.push(...tail.filter((text) => titleKind(text.text) === 'sum'));
    sheetTexts.push(...tail.filter((text) => titleKind(text.text) !== 'sum'));
  } else sheetTexts.push(...tail);
  return { texts: sheetTexts, sites };
}
