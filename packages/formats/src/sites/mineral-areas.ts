import {
  type AdminUnit,
  err,
  type Issue,
  issue,
  issueAt,
  nameKey,
  ok,
  type Result,
  type Site,
  SQUARE_METRES_PER_HECTARE,
  transformer,
  transformPoints,
  type UnitRef,
  unitRef,
} from '@giapranh/core';
import type { RawFeature } from '../geojson.js';
import { isObject, numberOf, textOf, textsOf } from '../record.js';
import type { SiteContext } from './site-context.js';
import { dateOf, pointOrLine } from './site-values.js';

/** The system the decision's table is in: VN-2000, central meridian 106°30′, 3° zone. */
const TABLE_CRS = 'EPSG:9213';
const TABLE_FIELD = 'vn2000_cm10630_xy';

/** The compilation is in English; the acts' issuers are Vietnamese. */
const ISSUERS: readonly (readonly [RegExp, string])[] = [
  [/People's Committee/, 'UBND tỉnh Bắc Kạn'],
  [/People's Council/, 'HĐND tỉnh Bắc Kạn'],
  [/Government Office/, 'Văn phòng Chính phủ'],
  [/Prime Minister/, 'Thủ tướng Chính phủ'],
];

/** `QD 1516/QD-UBND` as the act writes its own number: `1516/QĐ-UBND`. */
function actNumber(text: string): string {
  return text
    .replace(/^(QD|NQ|VB) /, '')
    .replace('/QD-', '/QĐ-')
    .replace('-HDND', '-HĐND')
    .replace(/^auction result, /, 'Kết quả đấu giá ');
}

/** The commune of a vintage with districts that bears both the code and the name: codes were reused. */
function listedCommune(code: string, name: string, { registry }: SiteContext): AdminUnit | undefined {
  return registry.vintages
    .flatMap(({ id }) => registry.get(code, id) ?? [])
    .find((unit) => unit.districtCode !== null && nameKey(unit.shortName) === nameKey(name));
}

/** The commune of today's list that the compilation itself names, for one that was merged before the list. */
function successor(feature: RawFeature, context: SiteContext): UnitRef | undefined {
  const names = textsOf(feature.properties, 'new_communes_2025');
  const province = textOf(feature.properties, 'province_code');
  return context.registry.lineage.find(
    (link) => link.fromProvince.code === province && names.includes(link.to.name.normalize('NFC')),
  )?.to;
}

function communesOf(feature: RawFeature, context: SiteContext): Result<readonly UnitRef[]> {
  const codes = textsOf(feature.properties, 'commune_codes');
  const notes: Issue[] = [];
  const communes = textsOf(feature.properties, 'communes').map((name, at): UnitRef | undefined => {
    const listed = listedCommune(codes[at] ?? '', name, context);
    if (listed !== undefined) return unitRef(listed);
    const heir = successor(feature, context);
    notes.push(
      issue(
        'site-commune-replaced',
        ['communes', at],
        `Xã ${name} không có trong danh mục; dùng ${heir?.name ?? 'không xã nào'}.`,
        `The commune ${name} is not in the list; ${heir?.name ?? 'none'} is used.`,
      ),
    );
    return heir;
  });
  const found = communes.filter((commune) => commune !== undefined);
  if (found.length > 0) return ok(found, notes);
  return err(
    issue(
      'site-commune-unknown',
      ['communes'],
      'Không xác định được xã của khu vực.',
      'The commune of the area is not known.',
    ),
  );
}

interface Placed {
  readonly geometry: Site['geometry'];
  readonly precision: Site['precision'];
}

/** From the act's own table, in VN-2000 with X (north) first. */
function placedByTable(table: readonly unknown[]): Result<Placed> {
  const through = transformer(TABLE_CRS, 'OGC:CRS84');
  if (!through.ok) return through;
  const points = table.map((row): [number, number] => {
    const [x, y]: unknown[] = Array.isArray(row) ? row : [];
    // East-north out of X-north: the table's second column is the easting.
    return [Number(y), Number(x)];
  });
  const moved = transformPoints(through.value, points);
  if (!moved.ok) return moved;
  const error_m = Math.max(1, through.value.datumAccuracy_m);
  return ok({
    geometry: pointOrLine(moved.value),
    precision: { kind: 'position', error_m, method: `${TABLE_CRS}, bảng tọa độ của quyết định` },
  });
}

function placed(feature: RawFeature, context: SiteContext): Result<Placed> {
  const table = feature.properties[TABLE_FIELD];
  if (Array.isArray(table)) return placedByTable(table);
  const communes = communesOf(feature, context);
  if (!communes.ok) return communes;
  return ok(
    { geometry: feature.geometry, precision: { kind: 'communes', communes: communes.value } },
    communes.notes,
  );
}

function area(feature: RawFeature, context: SiteContext): Result<Site> {
  const { properties } = feature;
  const place = placed(feature, context);
  if (!place.ok) return place;
  const name = (textOf(properties, 'name') ?? '').replace(/ \(source without diacritics\)$/, '');
  const vi = textOf(properties, 'mineral_vi');
  const area_ha = numberOf(properties, 'area_ha');
  const decision = textOf(properties, 'decision');
  const publisher = textOf(properties, 'publisher') ?? '';
  const site: Site = {
    id: textOf(properties, 'id') ?? feature.id ?? `${context.source}-${feature.index + 1}`,
    name,
    ...place.value,
    activity: 'mining',
    mineral: vi === null ? null : { vi, en: textOf(properties, 'mineral') ?? vi },
    areaDeclared_m2: area_ha === null ? null : area_ha * SQUARE_METRES_PER_HECTARE,
    decision:
      decision === null
        ? null
        : {
            number: actNumber(decision),
            date: dateOf(textOf(properties, 'decision_date')),
            issuer: ISSUERS.find(([pattern]) => pattern.test(publisher))?.[1] ?? null,
          },
    properties,
  };
  return ok(site, place.notes);
}

/** Whether features are of the compiled official areas: a stated precision, and communes by code. */
export function isMineralAreas(features: readonly RawFeature[]): boolean {
  return (
    features.length > 0 &&
    features.every(
      ({ properties }) =>
        isObject(properties) &&
        textOf(properties, 'location_precision') !== null &&
        Array.isArray(properties['commune_codes']),
    )
  );
}

/**
 * Mineral areas named in official acts. Most are known only by their communes of before 1 July 2025; an area whose
 * act prints VN-2000 coordinates gets them, as a point or a line through the points printed. Areas that cannot be
 * placed are left out and told in the notes: `site-commune-unknown`, `coordinate-out-of-range`; a commune that had
 * to be replaced: `site-commune-replaced`.
 */
export function mineralAreaSites(
  features: readonly RawFeature[],
  context: SiteContext,
): Result<readonly Site[]> {
  const notes: Issue[] = [];
  const sites = features.flatMap((feature) => {
    const site = area(feature, context);
    notes.push(
      ...(site.ok ? site.notes : site.issues).map((fault) => issueAt(['features', feature.index], fault)),
    );
    return site.ok ? [site.value] : [];
  });
  const [first, ...rest] = notes;
  return sites.length === 0 && first !== undefined ? err(first, ...rest) : ok(sites, notes);
}
