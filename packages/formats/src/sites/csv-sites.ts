import { err, type Issue, type IssuePath, issue, ok, type Result, type Site } from '@giapranh/core';
import type { CsvRow, CsvTable } from '../csv-table.js';
import { communesNamed } from './commune-names.js';
import type { SiteContext } from './site-context.js';
import { cellPath, describeSite, numberIn, type SiteText, type SiteTexts, textIn } from './site-draft.js';
import { isPlaneColumn, type SiteField, siteField } from './site-fields.js';
import { roundingError_m } from './site-values.js';

interface FieldColumn {
  readonly field: SiteField;
  readonly column: string;
  readonly at: number;
}

/** The columns that stand for a field; of two for one field the first. */
function fieldColumns(header: readonly string[]): readonly FieldColumn[] {
  const known = header.flatMap((column, at) => {
    const field = siteField(column);
    return field === undefined ? [] : [{ field, column, at }];
  });
  return known.filter(({ field }, index) => known.findIndex((other) => other.field === field) === index);
}

function textsOfRow(row: CsvRow, columns: readonly FieldColumn[]): SiteTexts {
  const texts: Partial<Record<SiteField, SiteText>> = {};
  for (const { field, column, at } of columns) texts[field] = { text: row.cells[at] ?? '', column };
  return texts;
}

type Place = Pick<Site, 'geometry' | 'precision'>;

function axisFault(lon: number, lat: number, at: IssuePath): Issue | undefined {
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return undefined;
  const swapped = Math.abs(lon) <= 90 && Math.abs(lat) <= 180;
  return swapped
    ? issue(
        'site-axes-swapped',
        at,
        `Không có vĩ độ ${lat}: có lẽ kinh độ và vĩ độ bị đổi chỗ.`,
        `There is no latitude ${lat}: longitude and latitude may be swapped.`,
      )
    : issue(
        'site-out-of-range',
        at,
        `(${lon}; ${lat}) không phải kinh độ, vĩ độ.`,
        `(${lon}, ${lat}) is not longitude and latitude.`,
        {
          vi: 'Tọa độ phẳng VN-2000 phải được chuyển đổi trước.',
          en: 'Plane VN-2000 coordinates must be transformed first.',
        },
      );
}

function placeByDegrees(texts: SiteTexts, at: IssuePath, faults: Issue[]): Place | undefined {
  const lon = numberIn(texts, 'lon', at, faults);
  const lat = numberIn(texts, 'lat', at, faults);
  const stated_m = numberIn(texts, 'error_m', at, faults);
  if (typeof lon !== 'number' || typeof lat !== 'number') {
    if (lon === null || lat === null) {
      const missing = lon === null ? 'lon' : 'lat';
      faults.push(
        issue(
          'site-no-position',
          cellPath(at, texts, missing),
          'Thiếu kinh độ hoặc vĩ độ.',
          'Longitude or latitude is missing.',
        ),
      );
    }
    return undefined;
  }
  const fault = axisFault(lon, lat, cellPath(at, texts, 'lat'));
  if (fault !== undefined) {
    faults.push(fault);
    return undefined;
  }
  const position = [lon, lat];
  return {
    geometry: { type: 'Point', coordinates: position },
    precision:
      typeof stated_m === 'number'
        ? { kind: 'position', error_m: stated_m, method: 'ghi trong tệp' }
        : { kind: 'position', error_m: roundingError_m([position]), method: 'số chữ số của tọa độ' },
  };
}

function placeByCommune(
  texts: SiteTexts,
  at: IssuePath,
  context: SiteContext,
  faults: Issue[],
): Place | undefined {
  const communes = communesNamed(texts, at, context);
  if (!communes.ok) {
    faults.push(...communes.issues);
    return undefined;
  }
  const [first] = communes.value;
  const point = first === undefined ? undefined : context.pointIn?.(first);
  if (point === undefined) {
    faults.push(
      issue(
        'site-commune-not-drawn',
        cellPath(at, texts, 'commune'),
        'Xã này không có hình vẽ trong hồ sơ.',
        'This commune has no geometry in the profile.',
      ),
    );
    return undefined;
  }
  return {
    geometry: { type: 'Point', coordinates: point },
    precision: { kind: 'communes', communes: communes.value },
  };
}

function missingColumns(table: CsvTable, name: string): Issue | undefined {
  const fields = new Set(table.header.map(siteField));
  if ((fields.has('lon') && fields.has('lat')) || fields.has('commune') || fields.has('commune_code'))
    return undefined;
  return table.header.some(isPlaneColumn)
    ? issue(
        'site-crs-missing',
        [name],
        'Bảng có tọa độ phẳng nhưng không cho biết hệ tọa độ.',
        'The table has plane coordinates but does not say their system.',
        {
          vi: 'Chuyển sang kinh độ, vĩ độ WGS 84 trước, hoặc dùng lệnh import cho bảng điểm góc.',
          en: 'Transform to WGS 84 longitude and latitude first, or use import for a table of corners.',
        },
      )
    : issue(
        'site-columns',
        [name],
        `Không thấy cột kinh độ và vĩ độ, hay cột xã, trong: ${table.header.join(', ')}.`,
        `No columns of longitude and latitude, nor of the commune, among: ${table.header.join(', ')}.`,
      );
}

/**
 * Sites of a table, one a row: `lon` and `lat` (`kinh độ`, `vĩ độ`) in WGS 84 degrees, or the commune by name or
 * code. Rows that cannot be read are left out and told in the notes with row and column, good rows are kept; no
 * good row at all is an error. Issues: `site-columns`, `site-crs-missing`, `site-no-position`,
 * `site-axes-swapped`, `site-out-of-range`, `site-commune-unknown`, `site-commune-ambiguous`,
 * `site-commune-not-drawn`, those of `readNumber`; notes: `site-date`.
 */
export function csvSites(table: CsvTable, context: SiteContext): Result<readonly Site[]> {
  const fault = missingColumns(table, context.source);
  if (fault !== undefined) return err(fault);
  const notes: Issue[] = [];
  const columns = fieldColumns(table.header);
  const sites = table.rows.flatMap((row): Site[] => {
    const at = ['row', row.row];
    const texts = textsOfRow(row, columns);
    const hasDegrees = textIn(texts, 'lon') !== null || textIn(texts, 'lat') !== null;
    const place =
      hasDegrees || (texts.commune === undefined && texts.commune_code === undefined)
        ? placeByDegrees(texts, at, notes)
        : placeByCommune(texts, at, context, notes);
    if (place === undefined) return [];
    const properties = Object.fromEntries(table.header.map((column, at) => [column, row.cells[at] ?? '']));
    const description = describeSite(texts, `${context.source}-${row.row}`, at, properties, notes);
    return [{ ...description, ...place }];
  });
  const [first, ...rest] = notes;
  return sites.length === 0 && first !== undefined ? err(first, ...rest) : ok(sites, notes);
}
