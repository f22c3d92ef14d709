import { issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import type { CrsDefinition, Datum } from './definition.js';
import { CRS_DEFINITIONS, meridianText } from './definitions.js';

/** EPSG's deprecated copies, which lack the false easting, and what replaced them. */
const DEPRECATED: Readonly<Record<string, string>> = {
  'EPSG:6956': 'EPSG:5896',
  'EPSG:6957': 'EPSG:5897',
  'EPSG:6958': 'EPSG:5898',
  'EPSG:6959': 'EPSG:5899',
};

const BY_ID: ReadonlyMap<string, CrsDefinition> = new Map(
  CRS_DEFINITIONS.map((definition) => [definition.id, definition]),
);

/** `9213`, `epsg:9213`, `urn:ogc:def:crs:EPSG::9213`, `http://www.opengis.net/def/crs/EPSG/0/9213`, `CRS84`. */
function canonicalId(text: string): string {
  const id = text.trim().toUpperCase();
  if (/CRS:?84$/.test(id)) return 'OGC:CRS84';
  const code =
    /^(?:(?:EPSG:|URN:OGC:DEF:CRS:EPSG:[^:]*:|HTTPS?:\/\/WWW\.OPENGIS\.NET\/DEF\/CRS\/EPSG\/[^/]+\/))?(\d{4,5})$/.exec(
      id,
    )?.[1];
  return code === undefined ? id : `EPSG:${code}`;
}

/** A definition by its id, in any common spelling. Issues: `crs-deprecated`, `crs-unknown`. */
export function crsDefinition(id: string): Result<CrsDefinition> {
  const canonical = canonicalId(id);
  const found = BY_ID.get(canonical);
  if (found !== undefined) return ok(found);
  const replacement = DEPRECATED[canonical];
  if (replacement !== undefined) {
    return err(
      issue(
        'crs-deprecated',
        [],
        `${canonical} là bản sao đã bị EPSG hủy bỏ (thiếu hằng số cộng 500 000 m); dùng ${replacement}.`,
        `${canonical} is a copy deprecated by EPSG (it lacks the false easting of 500 000 m); use ${replacement}.`,
        { vi: `Thay bằng ${replacement}.`, en: `Replace it with ${replacement}.` },
      ),
    );
  }
  return err(
    issue('crs-unknown', [], `Không biết hệ tọa độ “${id}”.`, `Unknown coordinate system "${id}".`, {
      vi: `Các hệ được hỗ trợ: ${CRS_DEFINITIONS.map((definition) => definition.id).join(', ')}.`,
      en: `Known systems: ${CRS_DEFINITIONS.map((definition) => definition.id).join(', ')}.`,
    }),
  );
}

/**
 * The definition a document means by datum, central meridian and zone width: `('VN-2000', 106.5, 3)` is
 * EPSG:9213. Issue: `crs-meridian-unknown`, naming the nearest meridians in use.
 */
export function crsOfMeridian(
  datum: Datum,
  centralMeridian_deg: number,
  zoneWidth_deg: 3 | 6,
): Result<CrsDefinition> {
  const zones = CRS_DEFINITIONS.filter(
    (definition) => definition.datum === datum && definition.projection?.zoneWidth_deg === zoneWidth_deg,
  );
  const off = (definition: CrsDefinition): number =>
    Math.abs((definition.projection?.centralMeridian_deg ?? Number.POSITIVE_INFINITY) - centralMeridian_deg);
  const nearest = [...zones].sort((a, b) => off(a) - off(b));
  const first = nearest[0];
  if (first !== undefined && off(first) < 1e-9) return ok(first);
  const candidates = nearest
    .slice(0, 2)
    .map(
      (definition) => `${meridianText(definition.projection?.centralMeridian_deg ?? 0)} (${definition.id})`,
    )
    .join(', ');
  return err(
    issue(
      'crs-meridian-unknown',
      [],
      `${datum} múi ${zoneWidth_deg}° không có kinh tuyến trục ${meridianText(centralMeridian_deg)}.`,
      `${datum} has no ${zoneWidth_deg}° zone with central meridian ${meridianText(centralMeridian_deg)}.`,
      candidates === ''
        ? { vi: 'Không có múi nào như vậy.', en: 'There is no such zone.' }
        : { vi: `Gần nhất: ${candidates}.`, en: `Nearest: ${candidates}.` },
    ),
  );
}
