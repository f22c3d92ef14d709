import type { RouteName } from '../../../server/src/access/routes.js';

const FEATURE = {
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [105.6, 22.1] },
  properties: { kind: 'khai thác', people: 3, unit_code: '2023:064', day: '2026-01-02' },
};
const POLYGON = {
  type: 'Polygon',
  coordinates: [
    [
      [105.6, 22.1],
      [105.7, 22.1],
      [105.7, 22.2],
      [105.6, 22.1],
    ],
  ],
};
const FILTERS = [
  "CASEI(name) LIKE CASEI('%chợ%')",
  'area_m2 BETWEEN 1 AND 1e9 AND NOT (population IS NULL)',
  'S_INTERSECTS(geometry, POINT(105.6 22.1))',
  'S_WITHIN(geometry, POLYGON((105 22, 106 22, 106 23, 105 22)))',
  "T_AFTER(valid_from, DATE('2023-01-01'))",
  "code IN ('064', '066') OR name <> 'x'",
];

/** What each address takes, as somebody who means well would ask it. */
export const VALID: Partial<
  Record<RouteName, { query?: string[]; bodies?: unknown[]; headers?: Record<string, string> }>
> = {
  'GET /collections/:layer/items': {
    query: [
      'limit=3&offset=2',
      'bbox=105,22,106,23&asOf=2026-01-01',
      'datetime=2023-01-01/2026-01-01&crs=http://www.opengis.net/def/crs/EPSG/0/9213',
      'after=12&limit=2',
      'province_code=04&f=json',
      ...FILTERS.map((filter) => `filter=${encodeURIComponent(filter)}`),
      `filter-lang=cql2-json&filter=${encodeURIComponent(
        JSON.stringify({ op: 'and', args: [{ op: '=', args: [{ property: 'name' }, 'x'] }, true] }),
      )}`,
    ],
  },
  'POST /collections/:layer/items': { bodies: [FEATURE, { ...FEATURE, geometry: POLYGON }] },
  'PUT /collections/:layer/items/:id': { bodies: [FEATURE], headers: { 'if-match': '*' } },
  'PATCH /collections/:layer/items/:id': {
    bodies: [{ properties: { people: 4 } }, { geometry: POLYGON }, { secrecy: 'restricted' }],
    headers: { 'if-match': '*' },
  },
  'DELETE /collections/:layer/items/:id': { headers: { 'if-match': '*' } },
  'GET /tiles/:layers/:z/:x/:y.mvt': {
    query: ['asOf=2026-01-01', `filter=${encodeURIComponent("name = 'x'")}`, 'v=1.2'],
  },
  'GET /tiles/:layers.json': { query: ['asOf=2023-01-01'] },
  'GET /style.json': { query: ['asOf=2026-01-01&lang=en'] },
  'GET /audit': { query: ['after=0&limit=2'] },
  'GET /reports/inspections': { query: ['from=2021-01-01&to=2021-12-31&asOf=2021-12-31'] },
  'POST /session': { bodies: [{ name: 'can-bo', password: 'khong phai' }] },
  'POST /setup': {
    bodies: [{ token: `gr_${'0'.repeat(16)}_${'x'.repeat(43)}`, password: 'mot mat khau dai' }],
  },
  'POST /users': { bodies: [{ name: 'moi', role: 'viewer', secrecy: ['public'], units: ['2023:06'] }] },
  'PATCH /users/:name': { bodies: [{ disabled: true }, { role: 'editor', units: 'all' }] },
  'POST /tokens': { bodies: [{ label: 'x', days: 30, scope: { role: 'viewer' } }] },
  'POST /processes/:id/execution': {
    bodies: [
      { inputs: { name: 'Bắc Kạn', as_of: '2023-05-23' } },
      { inputs: { between: ['06', '04'], widths_m: [500], level: 'province', as_of: '2023-05-23' } },
      {
        inputs: {
          sites: { type: 'FeatureCollection', features: [{ ...FEATURE, id: 'a', properties: {} }] },
          layer: 'communes',
        },
      },
      { inputs: { text: 'Điểm,X (m),Y (m)\n1,2451656.80,406980.08\n2,2451656.80,407480.08\n' } },
    ],
  },
};

/** What stands for the parameters of an address. */
export const PARTS: Readonly<Record<string, readonly string[]>> = {
  layers: ['communes', 'communes,places', 'incidents', 'mineral-sites'],
  layer: ['communes', 'incidents', 'tips', 'mineral-sites', 'equipment'],
  z: ['5', '9', '0'],
  x: ['25', '407', '0'],
  y: ['13', '223', '0'],
  row: ['13', '223'],
  col: ['25', '407'],
  fontstack: ['Noto%20Sans%20Regular'],
  range: ['0-255', '7680-7935'],
  name: ['can-bo', 'nobody'],
  id: ['trace-unit', 'resolve-corner-table', 'border-zone', 'site-overlap', 'WebMercatorQuad', 'x'],
};
