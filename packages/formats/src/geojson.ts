import { err, type Issue, issue, issueAt, ok, type Result } from '@giapranh/core';
import type { Geometry } from 'geojson';
import { geometryFrom } from './geojson-geometry.js';
import { parseJson } from './json-file.js';
import { READ_LIMITS, type ReadLimits } from './limits.js';
import { isObject, type JsonObject } from './record.js';
import { eachLine } from './text-file.js';

/** A feature as read: WGS 84 lon/lat, properties not yet trusted. */
export interface RawFeature {
  /** 0-based place in the file, of all features, good or not. */
  readonly index: number;
  readonly id: string | null;
  readonly properties: JsonObject;
  readonly geometry: Geometry;
}

const CRS84 = /CRS84|EPSG:{1,2}4326$/;
const COLLECTION_HEAD = /^\s*\{.*"features"\s*:\s*\[\s*$/;
const COLLECTION_END = /^\s*\]\s*\}?\s*$/;

/** Takes a GeoJSON text line by line; keeps what is good and says what is not. */
class GeoJsonReader {
  readonly features: RawFeature[] = [];
  readonly issues: Issue[] = [];
  private index = 0;
  private mode: 'unknown' | 'lines' | 'whole' = 'unknown';
  private readonly whole: string[] = [];
  private ended = false;
  private readonly limits: ReadLimits;

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  line(line: string, number: number): void {
    if (this.mode === 'unknown' && line.trim() !== '') {
      if (COLLECTION_HEAD.test(line)) {
        this.mode = 'lines';
        this.declaredCrs(`${line}]}`, number);
        this.whole.push(line);
        return;
      }
      this.mode = 'whole';
    }
    if (this.mode === 'whole') this.whole.push(line);
    if (this.mode === 'lines') this.featureLine(line, number);
  }

  private featureLine(line: string, number: number): void {
    if (line.trim() === '') return;
    if (COLLECTION_END.test(line)) {
      this.ended = true;
      return;
    }
    const json = parseJson(line.replace(/,\s*$/, ''), `line ${number}`);
    if (json.ok) this.feature(json.value);
    else if (this.index === 0) {
      // A pretty-printed collection whose head happens to stand on one line.
      this.mode = 'whole';
      this.whole.push(line);
    } else {
      this.issues.push(...json.issues);
      this.index += 1;
    }
  }

  finish(path: string): void {
    if (this.mode === 'lines' && !this.ended) {
      this.issues.push(
        issue(
          'geojson-truncated',
          [path],
          'Tệp bị cắt: thiếu phần kết của FeatureCollection.',
          'The file is cut: the end of the FeatureCollection is missing.',
        ),
      );
    }
    if (this.mode !== 'whole') return;
    const json = parseJson(this.whole.join('\n'), path);
    if (!json.ok) this.issues.push(...json.issues);
    else this.document(json.value, path);
  }

  private document(value: unknown, path: string): void {
    if (isObject(value) && value['type'] === 'Feature') {
      this.feature(value);
      return;
    }
    if (!isObject(value) || value['type'] !== 'FeatureCollection' || !Array.isArray(value['features'])) {
      this.issues.push(
        issue(
          'geojson-type',
          [path],
          'Đây không phải FeatureCollection hay Feature của GeoJSON.',
          'This is not a GeoJSON FeatureCollection or Feature.',
        ),
      );
      return;
    }
    this.crsMember(value, path);
    for (const feature of value['features']) this.feature(feature);
  }

  private declaredCrs(head: string, number: number): void {
    const json = parseJson(head, `line ${number}`);
    if (json.ok && isObject(json.value)) this.crsMember(json.value, `line ${number}`);
  }

  /** RFC 7946 knows no `crs` member; older writers say WGS 84 with it. Anything else would be misread in silence. */
  private crsMember(collection: JsonObject, path: string): void {
    const crs = collection['crs'];
    if (crs === undefined || crs === null) return;
    const named =
      isObject(crs) && isObject(crs['properties']) ? String(crs['properties']['name']) : String(crs);
    if (CRS84.test(named)) return;
    this.issues.push(
      issue(
        'geojson-crs',
        [path, 'crs'],
        `GeoJSON phải theo kinh độ, vĩ độ WGS 84; tệp ghi ${named}.`,
        `GeoJSON must be in WGS 84 longitude, latitude; the file says ${named}.`,
      ),
    );
  }

  private feature(value: unknown): void {
    const index = this.index;
    this.index += 1;
    const at = ['features', index] as const;
    if (index >= this.limits.records) {
      if (index === this.limits.records) {
        this.issues.push(
          issue(
            'file-too-many-records',
            at,
            `Quá ${this.limits.records} đối tượng; phần còn lại không được đọc.`,
            `More than ${this.limits.records} features; the rest is not read.`,
          ),
        );
      }
      return;
    }
    if (!isObject(value) || value['type'] !== 'Feature') {
      this.issues.push(issue('geojson-type', at, 'Đây không phải Feature.', 'This is not a Feature.'));
      return;
    }
    const properties = isObject(value['properties']) ? value['properties'] : {};
    const geometry = geometryFrom(value['geometry']);
    if (!geometry.ok) {
      this.issues.push(...geometry.issues.map((fault) => issueAt(at, fault)));
      return;
    }
    const id = value['id'];
    const named = typeof id === 'string' || typeof id === 'number' ? String(id) : null;
    this.features.push({ index, id: named, properties, geometry: geometry.value });
  }

  result(): Result<readonly RawFeature[]> {
    const [first, ...rest] = this.issues;
    const fatal = this.issues.some((fault) => fault.code === 'geojson-crs');
    return first !== undefined && (fatal || this.features.length === 0)
      ? err(first, ...rest)
      : ok(this.features, this.issues);
  }
}

/**
 * The features of a GeoJSON text. Bad features are left out and told in the notes with their path
 * (`["features", 3, "geometry", …]`); nothing good at all, or a foreign CRS, is an error. Issues: those of
 * `geometryFrom`, `json-syntax`, `geojson-type`, `geojson-crs`, `geojson-truncated`, `file-too-many-records`.
 */
export function parseGeoJson(
  text: string,
  name = 'text',
  limits: ReadLimits = READ_LIMITS,
): Result<readonly RawFeature[]> {
  const reader = new GeoJsonReader(limits);
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries())
    reader.line(line, at + 1);
  reader.finish(name);
  return reader.result();
}

/** As `parseGeoJson`, streaming `.geojson` and `.geojson.gz` files that keep one feature a line. */
export async function readGeoJsonFile(
  path: string,
  limits: ReadLimits = READ_LIMITS,
): Promise<Result<readonly RawFeature[]>> {
  const reader = new GeoJsonReader(limits);
  const read = await eachLine(path, (line, number) => reader.line(line, number), limits);
  if (!read.ok) return read;
  reader.finish(path);
  return reader.result();
}
