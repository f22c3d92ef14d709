import { readZoneWidth } from '../../crs/angle-text.js';
import type { Datum } from '../../crs/definition.js';
import { meridianText } from '../../crs/definitions.js';
import { fold, unfolded } from '../text/fold.js';
import { meridiansIn } from './meridian.js';

/** What the document says of its coordinate system; `null` where it is silent. */
export interface StatedSystem {
  readonly datum: Datum | null;
  readonly meridian_deg: number | null;
  readonly zoneWidth_deg: 3 | 6 | null;
  readonly k0: number | null;
  readonly utmZone: 48 | 49 | null;
  /** `EPSG:9213`. */
  readonly crs: string | null;
  /** Words that were read through damage: `106030’` as 106°30′. */
  readonly damages: readonly { readonly written: string; readonly read: string }[];
  /** Words that could not be read: `KTT 1O6°7O’`. */
  readonly unread: readonly string[];
  /** What was said twice and not alike: meridians, datums. */
  readonly conflicts: readonly string[];
  /** Rows the words stand in. */
  readonly rows: readonly number[];
}

const ZONE = /(?:mui(?: chieu)?|\bmc\b|zone(?: width)?)[\s:=]*([36](?:\s*(?:°|º|˚|⁰|do|o|0))?)(?![\d.,])/g;
const ZONE_AFTER = /\b([36])\s*(?:°|º|-| )\s*(?:degree|do)?\s*(?:zone|mui)\b/g;
const UTM_ZONE = /(?:utm|mui|zone)[\s:-]*(?:zone |mui )?(?:so )?(48|49)\s*n?\b/g;
const EPSG = /\bepsg\s*[:\s]\s*(\d{4,5})\b/g;
const SCALE = /\b(?:k ?0?|ko|ti le bien dang|he so(?: k0?| ti le)?)\s*[=:]?\s*(0[.,]999\d+|1[.,]0+)\b/g;
const DATUMS: readonly (readonly [Datum, RegExp])[] = [
  ['VN-2000', /\bvn ?[-–.]? ?2000\b|\bvn2k\b/],
  ['WGS 84', /\bwgs ?[-–]? ?(19)?84\b/],
  ['HN-72', /\b(hn|ha noi|hanoi) ?[-–]? ?(19)?72\b/],
];

interface Findings {
  datums: Set<Datum>;
  meridians: Set<number>;
  widths: Set<3 | 6>;
  scales: Set<number>;
  utmZones: Set<48 | 49>;
  codes: Set<string>;
  damages: { written: string; read: string }[];
  unread: string[];
  gps: boolean;
}

function findMeridians(words: string, original: string, found: Findings): void {
  for (const { start, end, value_deg, damaged } of meridiansIn(words)) {
    const written = original.slice(start, end);
    if (value_deg === null) found.unread.push(written);
    else {
      found.meridians.add(value_deg);
      if (damaged) found.damages.push({ written, read: meridianText(value_deg) });
    }
  }
}

function findZones(words: string, original: string, found: Findings): void {
  for (const pattern of [ZONE, ZONE_AFTER])
    for (const match of words.matchAll(pattern)) {
      const written = (match[1] ?? '').trim();
      const width = readZoneWidth(written.replace(/do$/, '°'));
      if (!width.ok) continue;
      found.widths.add(width.value);
      if (width.notes.length > 0 && /0$/.test(written)) {
        const quoted = original.slice(match.index, match.index + match[0].length).trim();
        found.damages.push({ written: quoted, read: `${width.value}°` });
      }
    }
}

function scan(text: string, found: Findings): void {
  const words = fold(text);
  const original = unfolded(text, words);
  findMeridians(words, original, found);
  findZones(words, original, found);
  if (/\bgps\b/.test(words)) found.gps = true;
  for (const match of words.matchAll(UTM_ZONE)) found.utmZones.add(match[1] === '48' ? 48 : 49);
  for (const match of words.matchAll(EPSG)) found.codes.add(`EPSG:${match[1]}`);
  for (const match of words.matchAll(SCALE)) found.scales.add(Number((match[1] ?? '').replace(',', '.')));
  for (const [datum, pattern] of DATUMS) if (pattern.test(words)) found.datums.add(datum);
}

function only<T>(values: ReadonlySet<T>): T | null {
  const [first] = values;
  return values.size === 1 && first !== undefined ? first : null;
}

function conflictsOf(found: Findings): string[] {
  return [
    ...(found.meridians.size > 1 ? [[...found.meridians].map(meridianText).join(', ')] : []),
    ...(found.datums.size > 1 ? [[...found.datums].join(', ')] : []),
    ...(found.widths.size > 1 ? [[...found.widths].map((width) => `${width}°`).join(', ')] : []),
    ...(found.codes.size > 1 ? [[...found.codes].join(', ')] : []),
    ...(found.utmZones.size > 1 ? [[...found.utmZones].map((zone) => `UTM ${zone}`).join(', ')] : []),
  ];
}

/** What texts of the document say of its system. What is said twice and differently counts as not said. */
export function statedSystem(
  texts: readonly { readonly row: number; readonly text: string }[],
): StatedSystem {
  const found: Findings = {
    datums: new Set(),
    meridians: new Set(),
    widths: new Set(),
    scales: new Set(),
    utmZones: new Set(),
    codes: new Set(),
    damages: [],
    unread: [],
    gps: false,
  };
  const rows: number[] = [];
  for (const { row, text } of texts) {
    const before = sizes(found);
    scan(text, found);
    if (sizes(found) !== before) rows.push(row);
  }
  return {
    // A table of GPS coordinates is WGS 84; a survey with GPS instruments says nothing beside another datum.
    datum: only(found.datums) ?? (found.gps && found.datums.size === 0 ? 'WGS 84' : null),
    meridian_deg: only(found.meridians),
    zoneWidth_deg: only(found.widths),
    k0: only(found.scales),
    utmZone: only(found.utmZones),
    crs: only(found.codes),
    damages: found.damages,
    unread: found.unread,
    conflicts: conflictsOf(found),
    rows,
  };
}

function sizes(found: Findings): number {
  return (
    found.datums.size +
    found.meridians.size +
    found.widths.size +
    found.scales.size +
    found.utmZones.size +
    found.codes.size +
    found.damages.length +
    found.unread.length
  );
}

/** The narrower statement, completed by the wider one where it is silent. */
export function within(narrow: StatedSystem, wide: StatedSystem): StatedSystem {
  return {
    datum: narrow.datum ?? wide.datum,
    meridian_deg: narrow.meridian_deg ?? wide.meridian_deg,
    zoneWidth_deg: narrow.zoneWidth_deg ?? wide.zoneWidth_deg,
    k0: narrow.k0 ?? wide.k0,
    utmZone: narrow.utmZone ?? wide.utmZone,
    crs: narrow.crs ?? wide.crs,
    damages: [...wide.damages, ...narrow.damages],
    unread: [...wide.unread, ...narrow.unread],
    conflicts: [...narrow.conflicts, ...(narrow.meridian_deg === null ? wide.conflicts : [])],
    rows: [...wide.rows, ...narrow.rows],
  };
}
