import type { Item, TextItem } from '../layout/layout.js';
import type { TablePoint } from '../points/point.js';
import type { Sections } from './draft.js';
import { restarts } from './restart.js';
import { attributeText, SiteBuilder } from './site-builder.js';
import { titleKind } from './titles.js';

/** What stood between the last point and this one. */
interface Gap {
  readonly texts: readonly TextItem[];
  readonly blank: boolean;
}

/** Without the rows that only name columns. */
function sentences(texts: readonly TextItem[]): readonly TextItem[] {
  return texts.filter((text) => !text.header);
}

function headers(texts: readonly TextItem[]): readonly TextItem[] {
  return texts.filter((text) => text.header);
}

/** The first site: from the last title on the words are its own, those above are the sheet's. */
function firstSite(texts: readonly TextItem[]): { site: SiteBuilder; sheet: readonly TextItem[] } {
  const from = texts.findLastIndex((text) => !text.header && titleKind(text.text) === 'section');
  const own = from < 0 ? [] : texts.slice(from);
  return {
    site: new SiteBuilder(own[0]?.text ?? null, own, false),
    sheet: from < 0 ? texts : texts.slice(0, from),
  };
}

/** The site a further point belongs to: the same, the same in a new part, or a new one. */
function siteOf(
  site: SiteBuilder,
  point: TablePoint,
  next: TablePoint | undefined,
  gap: Gap,
  lastPart: string,
): SiteBuilder {
  const words = sentences(gap.texts);
  const kinds = words.map((text) => titleKind(text.text));
  const restart = restarts(site.current, point, next);
  const section = kinds.lastIndexOf('section');
  if (site.differsFrom(point) || section >= 0 || (restart && kinds.includes('other'))) {
    const title = section >= 0 ? section : kinds.indexOf('other');
    const cut = title < 0 ? words.length : title;
    site.addTexts(words.slice(0, cut));
    const hole = kinds.slice(cut).includes('hole');
    return new SiteBuilder(words[cut]?.text ?? null, [...words.slice(cut), ...headers(gap.texts)], hole);
  }
  site.addTexts(words);
  const part = attributeText(point, 'part');
  const partChanges = part !== '' && lastPart !== '' && part !== lastPart;
  if (partChanges || kinds.includes('hole') || kinds.includes('part')) {
    site.beginPart(kinds.includes('hole') || titleKind(part) === 'hole');
    return site;
  }
  const unnamedBreak = gap.blank && point.label === '' && site.current.length >= 3;
  return restart || unnamedBreak ? new SiteBuilder(null, headers(gap.texts), false) : site;
}

/** Words under the last point: sums belong to the site above them, all else to the sheet. */
function shareTail(tail: readonly TextItem[], sites: readonly SiteBuilder[]): readonly TextItem[] {
  if (sites.length < 2) return tail;
  const isSum = (text: TextItem) => titleKind(text.text) === 'sum';
  sites.at(-1)?.addTexts(tail.filter(isSum));
  return tail.filter((text) => !isSum(text));
}

/** Points and words to sites with parts. */
export function readSections(items: readonly Item[], pointOf: ReadonlyMap<Item, TablePoint>): Sections {
  const points = items.flatMap((item) => pointOf.get(item) ?? []);
  const sites: SiteBuilder[] = [];
  let sheet: readonly TextItem[] = [];
  let texts: TextItem[] = [];
  let blank = false;
  let lastPart = '';
  let at = 0;
  for (const item of items) {
    const point = pointOf.get(item);
    if (item.kind === 'text') texts.push(item);
    else if (item.kind === 'blank') blank = true;
    if (point === undefined) continue;
    at += 1;
    const before = sites.at(-1);
    if (before === undefined) {
      const first = firstSite(texts);
      sites.push(first.site);
      sheet = first.sheet;
    } else {
      const site = siteOf(before, point, points[at], { texts, blank }, lastPart);
      if (site !== before) sites.push(site);
    }
    sites.at(-1)?.addPoint(point);
    lastPart = attributeText(point, 'part') || lastPart;
    texts = [];
    blank = false;
  }
  return { texts: [...sheet, ...shareTail(sentences(texts), sites)], sites };
}
