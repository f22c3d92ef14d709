import { err, type Issue, issue, ok, type Result, type Site } from '@giapranh/core';
import { parseCsv } from '../../csv-table.js';
import { parseGeoJson } from '../../geojson.js';
import { csvSites } from '../csv-sites.js';
import { type GeoJsonLayout, layoutOf } from '../read-sites.js';
import type { SiteContext } from '../site-context.js';
import { CsvRecords } from './csv-records.js';
import { FeatureTexts } from './feature-texts.js';

/** `geojsonseq`: a feature a line, with or without the record separator of RFC 8142. */
export type SiteStreamFormat = 'csv' | 'geojson' | 'geojsonseq';

export interface SiteStreamOptions {
  /** Records read before their sites are handed on. Default 2,000. */
  readonly batch?: number;
}

/** Sites that follow each other in the file; paths in the notes count from the beginning of the file. */
export interface SiteBatch {
  readonly sites: readonly Site[];
  readonly notes: readonly Issue[];
}

/** The format a stream is in: by the name of its file, else by how its text begins. */
export function siteStreamFormat(name: string, beginning: string): SiteStreamFormat {
  const plain = name.toLowerCase().replace(/\.gz$/, '');
  if (/\.(geojsonl|geojsons|geojsonseq|ndjson|jsonl)$/.test(plain)) return 'geojsonseq';
  if (/\.csv$/.test(plain)) return 'csv';
  const text = beginning.replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith(RECORD_SEPARATOR)) return 'geojsonseq';
  if (!text.startsWith('{')) return 'csv';
  return /^\{[^\n]*"type"\s*:\s*"Feature"[^\n]*\}\s*\n\s*\{/.test(text) ? 'geojsonseq' : 'geojson';
}

/** Before each feature of a GeoJSON text sequence (RFC 8142). */
const RECORD_SEPARATOR = '\u001e';

/** A record longer than this is no record: a quote or bracket was never closed. Letters. */
const LONGEST_RECORD = 32_000_000;

/**
 * Sites out of a text that comes in pieces, in its order, a batch at a time: what is held does not grow with the file.
 * Records that cannot be read are told in the notes and the rest goes on. An error ends the stream: what no record
 * can be read without (`site-columns`, `site-crs-missing`, `geojson-crs`, `csv-column-twice`, …), `record-too-long`.
 */
export async function* streamSites(
  pieces: AsyncIterable<string>,
  format: SiteStreamFormat,
  context: SiteContext,
  { batch = 2000 }: SiteStreamOptions = {},
): AsyncGenerator<Result<SiteBatch>> {
  const source = format === 'csv' ? csvBatches(pieces, context, batch) : featureBatches(pieces, format, context, batch); // biome-ignore format: a choice
  for await (const read of source) {
    yield read;
    if (!read.ok) return;
  }
}

async function* csvBatches(
  pieces: AsyncIterable<string>,
  context: SiteContext,
  batch: number,
): AsyncGenerator<Result<SiteBatch>> {
  const records = new CsvRecords();
  let header: string | undefined;
  let waiting: string[] = [];
  // Lines of the file behind the header: of the batches before, and of this one.
  let [before, lines, taken] = [0, 0, 0];
  const take = (): Result<SiteBatch> => {
    const table = parseCsv([header, ...waiting].join('\n'), context.source);
    const skipped = before;
    [before, lines, waiting, taken] = [before + lines, 0, [], taken + 1];
    if (!table.ok) return table;
    const rows = table.value.rows.map((row) => ({ ...row, row: row.row + skipped }));
    const sites = rows.length === 0 ? ok([]) : csvSites({ ...table.value, rows }, context);
    return batchOf(sites, shifted(table.notes, 'row', skipped));
  };
  const add = (record: { readonly text: string; readonly lines: number }): void => {
    if (header === undefined) {
      if (record.text.trim() !== '') header = record.text;
      else before += record.lines;
      return;
    }
    lines += record.lines;
    waiting.push(record.text);
  };
  for await (const line of linesOf(pieces)) {
    const record = records.line(line);
    if (record !== undefined) add(record);
    else if (records.held > LONGEST_RECORD) return yield err(tooLong(context.source));
    if (waiting.length >= batch) yield take();
  }
  const last = records.end();
  if (last !== undefined) add(last);
  if (waiting.length > 0 || taken === 0) yield take();
}

async function* featureBatches(
  pieces: AsyncIterable<string>,
  format: 'geojson' | 'geojsonseq',
  context: SiteContext,
  batch: number,
): AsyncGenerator<Result<SiteBatch>> {
  const texts = new FeatureTexts();
  const asOneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ').replaceAll(RECORD_SEPARATOR, ' ');
  let waiting: string[] = [];
  let done = 0;
  let layout: GeoJsonLayout | undefined;
  const take = (): Result<SiteBatch> => {
    const head = asOneLine(texts.head ?? '{"type":"FeatureCollection","features":[');
    const parsed = (features: readonly string[]) =>
      parseGeoJson(`${head}\n${features.join(',\n')}\n]}`, context.source);
    const first = parsed(waiting);
    // A feature that is no JSON at all keeps its place as one that is no feature.
    const read = first.ok || !first.issues.some(({ code }) => code === 'json-syntax') ? first : parsed(waiting.map((text) => (isJson(text) ? text : 'null'))); // biome-ignore format: a choice
    const skipped = done;
    [done, waiting] = [done + waiting.length, []];
    if (!read.ok) return batchOf(read, [], skipped);
    const features = read.value.map((feature) => ({ ...feature, index: feature.index + skipped }));
    layout ??= layoutOf(features);
    return batchOf(layout.read(features, context), shifted(read.notes, 'features', skipped));
  };
  const cut = (text: string): readonly string[] => texts.push(text);
  for await (const piece of format === 'geojsonseq' ? linesOf(pieces) : pieces) {
    const found = format === 'geojsonseq' ? [piece] : cut(piece);
    for (const text of found) {
      const one = asOneLine(text).trim();
      if (one !== '') waiting.push(one);
      if (waiting.length >= batch) yield take();
    }
    if (texts.held > LONGEST_RECORD) return yield err(tooLong(context.source));
  }
  if (format === 'geojson' && texts.head === undefined) return yield err(noCollection(context.source));
  if (waiting.length > 0) yield take();
  if (format === 'geojson' && !texts.ended) yield ok({ sites: [], notes: [truncated(context.source)] });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Where no record of a batch is good, its faults are still only those records'. */
function batchOf(read: Result<readonly Site[]>, notes: readonly Issue[], skipped = 0): Result<SiteBatch> {
  if (read.ok) return ok({ sites: read.value, notes: [...notes, ...read.notes] });
  const ofRecords = read.issues.every(({ path: [first] }) => first === 'row' || first === 'features');
  if (!ofRecords) return read;
  return ok({ sites: [], notes: [...notes, ...shifted(read.issues, 'features', skipped)] });
}

/** Places counted within a batch, counted from the beginning of the file. */
function shifted(issues: readonly Issue[], what: 'row' | 'features', by: number): Issue[] {
  return issues.map((one) => {
    const [first, at, ...rest] = one.path;
    return first === what && typeof at === 'number' ? { ...one, path: [first, at + by, ...rest] } : one;
  });
}

/** Lines without their ends and byte order mark, from text in any pieces. */
async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let [rest, first] = ['', true];
  const whole = (line: string): string => {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    const plain = first ? text.replace(/^\uFEFF/, '') : text;
    first = false;
    return plain;
  };
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield whole(line);
  }
  if (rest !== '') yield whole(rest);
}

function tooLong(source: string): Issue {
  return issue(
    'record-too-long',
    [source],
    'Một bản ghi dài quá 32 triệu ký tự: có lẽ dấu nháy hoặc ngoặc không được đóng.',
    'A record is longer than 32 million letters: a quote or bracket may never be closed.',
  );
}

function noCollection(source: string): Issue {
  return issue(
    'geojson-type',
    [source],
    'Đây không phải FeatureCollection của GeoJSON.',
    'This is not a GeoJSON FeatureCollection.',
  );
}

function truncated(source: string): Issue {
  return issue(
    'geojson-truncated',
    [source],
    'Tệp bị cắt: thiếu phần kết của FeatureCollection.',
    'The file is cut: the end of the FeatureCollection is missing.',
  );
}
