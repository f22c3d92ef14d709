import { err, type Issue, type IssuePath, issue, issueAt, ok, type Result } from '@giapranh/core';
import { kmlGen } from '@tmcw/togeojson';
import { DOMParser, type Document, type Element, ParseError } from '@xmldom/xmldom';
import type { RawFeature } from '../geojson.js';
import { geometryFrom } from '../geojson-geometry.js';
import { READ_LIMITS, type ReadLimits } from '../limits.js';
import { coordinateFaults, tidyCoordinates } from './coordinates.js';
import { oneKind } from './one-kind.js';
import { ownProperties } from './own-properties.js';

/** A placemark as a feature, and the line of the text it begins in. */
export interface KmlFeature extends RawFeature {
  readonly line: number;
}

/** KML begins as XML does; no other text this project reads begins with `<`. */
export function isKml(text: string): boolean {
  return /^\uFEFF?\s*</.test(text);
}

/** The path of a fault: the placemark by its number from 1, and its line where a reader shows the text. */
export function placemarkPath(at: number, line: number): IssuePath {
  return ['placemark', at + 1, 'row', line];
}

function documentOf(text: string, name: string): Result<Document> {
  let fault: Issue | undefined;
  const tell = (level: string, message: string, line: number | undefined): void => {
    if (level === 'warning') return;
    const at = line === undefined ? [name] : [name, 'row', line];
    const why = message.replace(/\s+/g, ' ').trim();
    fault ??= issue(
      'kml-xml',
      at,
      `Tệp không phải XML đúng: ${why}`,
      `The file is not well-formed XML: ${why}`,
    );
  };
  try {
    const parsed = new DOMParser({
      onError: (level, message, { locator }: { locator?: { lineNumber?: number } }) =>
        tell(level, message, locator?.lineNumber),
    }).parseFromString(text.replace(/^\uFEFF/, ''), 'text/xml');
    if (fault === undefined && parsed.documentElement?.localName !== 'kml') {
      const root = parsed.documentElement?.localName ?? '';
      fault = issue(
        'kml-root',
        [name],
        `Đây không phải KML: phần tử gốc là <${root}>.`,
        `This is not KML: its root is <${root}>.`,
      );
    }
    return fault === undefined ? ok(parsed) : err(fault);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    tell('error', error.message, lineOf(error.locator));
    return err(fault ?? issue('kml-xml', [name], error.message, error.message));
  }
}

function lineOf(node: unknown): number | undefined {
  return typeof node === 'object' &&
    node !== null &&
    'lineNumber' in node &&
    typeof node.lineNumber === 'number'
    ? node.lineNumber
    : undefined;
}

/** What a file points at and does not hold is never fetched. */
function leftOut(document: Document): Issue[] {
  return [...document.getElementsByTagName('NetworkLink')].map((link) =>
    issue(
      'kml-network-link',
      ['row', lineOf(link) ?? 1],
      'Liên kết mạng (NetworkLink) không được tải: tệp được đọc ngay trên máy này.',
      'A NetworkLink is not followed: the file is read as it is.',
    ),
  );
}

/**
 * The placemarks of a KML text, WGS 84 lon/lat as the format has it. Bad ones are left out and told in the notes with
 * their line (`["placemark", 3, "row", 41, …]`), good ones stay; nothing good at all is an error. Points beside the
 * areas of one placemark are its label and left out. Issues: `kml-xml`, `kml-root`, `kml-empty`, `kml-no-geometry`,
 * `kml-coordinate`, `kml-axes-swapped`, `kml-out-of-range`, `file-too-many-records`, those of `geometryFrom`; notes:
 * `kml-network-link`, `kml-mixed-geometry`.
 */
export function parseKml(
  text: string,
  name = 'text',
  limits: ReadLimits = READ_LIMITS,
): Result<readonly KmlFeature[]> {
  const read = documentOf(text, name);
  if (!read.ok) return read;
  const document = read.value;
  const placemarks = [...document.getElementsByTagName('Placemark')];
  const faults: Issue[] = leftOut(document);
  if (placemarks.length === 0) {
    faults.push(
      issue('kml-empty', [name], 'Tệp KML không có địa điểm (Placemark) nào.', 'The KML has no Placemark.'),
    );
  }
  if (placemarks.length > limits.records) {
    faults.push(
      issue(
        'file-too-many-records',
        [name],
        `Quá ${limits.records} đối tượng; phần còn lại không được đọc.`,
        `More than ${limits.records} features; the rest is not read.`,
      ),
    );
  }
  const bad = placemarks.map((placemark) => coordinateFaults(placemark));
  for (const placemark of placemarks) tidyCoordinates(placemark);
  const features: KmlFeature[] = [];
  let index = 0;
  // Placemarks come first, in their order, those without geometry too; overlays and links after them.
  for (const { geometry, properties } of kmlGen(document, { skipNullGeometry: false })) {
    const placemark = placemarks[index];
    if (placemark === undefined || index >= limits.records) break;
    const line = lineOf(placemark) ?? 1;
    const at = placemarkPath(index, line);
    const own = bad[index] ?? [];
    const made = own.length > 0 ? undefined : geometryOf(geometry, at, placemark);
    faults.push(...own.map((fault) => issueAt(['placemark', index + 1], fault)));
    if (made?.ok === true) {
      faults.push(...made.notes);
      features.push({
        index,
        line,
        id: idOf(placemark),
        properties: ownProperties(properties),
        geometry: made.value,
      });
    } else if (made !== undefined) faults.push(...made.issues);
    index += 1;
  }
  const [first, ...rest] = faults;
  return features.length === 0 && first !== undefined ? err(first, ...rest) : ok(features, faults);
}

function idOf(placemark: Element): string | null {
  return placemark.getAttribute('id') || null;
}

function geometryOf(value: unknown, at: IssuePath, placemark: Element) {
  const kind = oneKind(value);
  if (kind === undefined) {
    const title = placemark.getElementsByTagName('name').item(0)?.textContent?.trim() ?? '';
    return err(
      issue(
        'kml-no-geometry',
        at,
        `Địa điểm ${title === '' ? '' : `“${title}” `}không có hình.`,
        `The placemark ${title === '' ? '' : `"${title}" `}has no geometry.`,
      ),
    );
  }
  const read = geometryFrom(kind.geometry);
  if (!read.ok) return err(...withPlace(read.issues, at));
  return ok(
    read.value,
    kind.left === 0
      ? []
      : [
          issue(
            'kml-mixed-geometry',
            at,
            `Địa điểm có nhiều loại hình; chỉ giữ phần lớn nhất, bỏ ${kind.left} hình.`,
            `The placemark mixes kinds of geometry; the largest kind is kept, ${kind.left} left out.`,
          ),
        ],
  );
}

function withPlace([first, ...rest]: readonly [Issue, ...Issue[]], at: IssuePath): [Issue, ...Issue[]] {
  return [issueAt(at, first), ...rest.map((fault) => issueAt(at, fault))];
}
