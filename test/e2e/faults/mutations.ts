import { Buffer } from 'node:buffer';
import { ROUTES, type RouteName } from '../../../server/src/access/routes.js';

/** A request as it goes out: nothing of it is put right on the way. */
export interface Sent {
  readonly route: string;
  readonly method: string;
  /** With its query, as written. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

type Random = () => number;
type Json = unknown;

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
const VALID: Partial<
  Record<RouteName, { query?: string[]; bodies?: Json[]; headers?: Record<string, string> }>
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
    headers: { 'if-match': '"12"' },
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

const PARTS: Readonly<Record<string, readonly string[]>> = {
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

const NASTY = [
  ...[
    '',
    ' ',
    '%',
    '%2',
    '%00',
    '%ff',
    '%E0%A4%A',
    '%25',
    '..',
    '../..',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e%2f',
  ],
  ...['NaN', 'Infinity', '-1', '1e309', '-0', '9007199254740993', '99999999999999999999', '0x10', '1.5', '٣'],
  ...[
    'null',
    'undefined',
    'true',
    '[]',
    '{}',
    '[[[[',
    '"',
    "'",
    "''",
    '\\',
    '`',
    ';',
    '$1',
    '?',
    '#',
    '&',
    '=',
  ],
  ...[
    "' OR 1=1 --",
    'x; DROP TABLE communes',
    '*',
    '%25%25',
    '_',
    '<script>alert(1)</script>',
    '\u202e',
    '𝒳',
    'a\u0301',
  ],
  ...['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'length', 'valueOf'],
  ...[
    '2023-02-30',
    '0000-00-00',
    '9999-12-31',
    '+022026-01-01',
    '10000-01-01',
    '2026-01-01T25:00:00Z',
    '..',
    '../2023-01-01',
  ],
  ...[
    'EPSG:9999999',
    'http://www.opengis.net/def/crs/EPSG/0/0',
    'cql2-nothing',
    'a'.repeat(300),
    'é'.repeat(2_000),
  ],
  ...[
    '181,91,-181,-91',
    '1,2,3',
    '1,2,3,4,5,6',
    'nan,nan,nan,nan',
    '1e308,1e308,1e308,1e308',
    '180,-90,-180,90',
  ],
] as const;

const VALUES: readonly Json[] = [
  ...[
    null,
    true,
    0,
    -1,
    1e308,
    -1e-308,
    2 ** 53,
    1.5,
    '',
    'x',
    '\u0000',
    '\ud800',
    '\u202e',
    'a'.repeat(20_000),
  ],
  ...[[], {}, [[]], [null], { a: { b: { c: [] } } }, '2023-02-30', 'constructor', Array(2_000).fill(0)],
];

const WORDS = [
  ...[
    'AND',
    'OR',
    'NOT',
    'LIKE',
    'IN',
    'BETWEEN',
    'IS NULL',
    '(',
    ')',
    ',',
    '=',
    '<>',
    '<',
    '>=',
    "'x'",
    '1',
    '-1e400',
  ],
  ...[
    'name',
    'area_m2',
    'geometry',
    'valid_from',
    '"valid_to"',
    'CASEI(',
    'ACCENTI(',
    'S_INTERSECTS(',
    'S_CROSSES(',
  ],
  ...[
    'T_DURING(',
    'INTERVAL(',
    "DATE('2023-02-30')",
    "TIMESTAMP('x')",
    'POINT(',
    'POLYGON((',
    'BBOX(1,2,3,4)',
    'POINT EMPTY',
  ],
  ...[
    'TRUE',
    'FALSE',
    'NULL',
    '*',
    '/',
    '^',
    "''",
    "'%'",
    '--',
    '/*',
    '\u0000',
    '𝒳',
    'x.y',
    '""',
    "'\ud83d'",
  ],
] as const;

const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ['accept', ['text/html', '*/*', 'application/xml', ';;;', 'a/b;q=9', 'text/html;q=0']],
  ['accept-language', ['vi', 'en;q=0.5', 'xx', '*', ';', 'en-'.repeat(200)]],
  ['accept-encoding', ['br', 'gzip;q=0', 'identity;q=0, *;q=0', 'x'.repeat(500), ';q=']],
  ['if-match', ['*', '"1"', 'W/"1"', '""', '"', 'x', '"99999999999999999999"', '"1", "2"']],
  ['if-none-match', ['*', 'W/"x"', '"', ',,,']],
  ['content-crs', ['<http://www.opengis.net/def/crs/EPSG/0/9213>', '<x>', '', '<>']],
  ['prefer', ['respond-async', 'return=minimal', ';', 'respond-async; wait=x']],
  [
    'content-type',
    [
      'text/plain',
      'application/json; charset=utf-16',
      'application/json; charset=x',
      'a',
      '',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'application/merge-patch+json',
    ],
  ],
  ['content-encoding', ['gzip', 'br', 'deflate', 'x', 'identity']],
  [
    'authorization',
    [
      'Bearer x',
      'Basic !!!',
      'Basic Og==',
      'Bearer',
      'Digest a',
      `Bearer gr_${'0'.repeat(16)}_${'x'.repeat(43)}`,
    ],
  ],
  [
    'cookie',
    [
      'giapranh_session=x',
      'giapranh_session=',
      '=;=;',
      `giapranh_session=gr_${'0'.repeat(16)}_${'x'.repeat(43)}`,
    ],
  ],
  ['x-forwarded-for', ['::1', 'x', '1.2.3.4, 5.6.7.8', ',']],
  ['x-forwarded-proto', ['https', 'x', 'http,https']],
  ['host', ['x', '[::1', 'a b', 'evil.example:99999', '', ':']],
  ['origin', ['null', 'http://evil.example', 'x']],
  ['range', ['bytes=0-1', 'bytes=9-1', 'bytes=-', 'x']],
  ['expect', ['100-continue', 'x']],
  ['x-http-method-override', ['DELETE']],
];

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'LOCK',
] as const;

export class Mutator {
  readonly #random: Random;
  readonly #routes = Object.keys(ROUTES) as RouteName[];

  constructor(random: Random) {
    this.#random = random;
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #one<T>(list: readonly T[]): T {
    const found = list[this.#below(list.length)];
    if (found === undefined && list.length === 0) throw new Error('nothing to choose from');
    return found as T;
  }

  #chance(part: number): boolean {
    return this.#random() < part;
  }

  /** The next request: a valid one of the route whose turn it is, with one to four things wrong. */
  next(turn: number): Sent {
    const route = this.#routes[turn % this.#routes.length] ?? 'GET /';
    let sent = this.#valid(route);
    for (let left = 1 + this.#below(4); left > 0; left -= 1) sent = this.#worse(sent);
    return sent;
  }

  #valid(route: RouteName): Sent {
    const [method = 'GET', pattern = '/'] = route.split(' ');
    const path = pattern.replace(/:([a-z]+)/g, (_, name: string) => this.#one(PARTS[name] ?? ['x']));
    const known = VALID[route] ?? {};
    const query = known.query !== undefined && this.#chance(0.8) ? `?${this.#one(known.query)}` : '';
    const json = this.#one(known.bodies ?? [{}]);
    const hasBody = method !== 'GET' && method !== 'DELETE';
    return {
      route,
      method,
      path: path + query,
      headers: { ...(hasBody ? { 'content-type': 'application/json' } : {}), ...known.headers },
      ...(hasBody ? { body: Buffer.from(JSON.stringify(json)) } : {}),
    };
  }

  #worse(sent: Sent): Sent {
    const kind = this.#below(sent.body === undefined ? 6 : 9);
    if (kind === 0) return { ...sent, path: this.#worsePath(sent.path) };
    if (kind === 1 || kind === 2) return { ...sent, path: this.#worseQuery(sent.path) };
    if (kind === 3 || kind === 4) {
      const [name, values] = this.#one(HEADERS);
      return { ...sent, headers: { ...sent.headers, [name]: this.#one(values) } };
    }
    if (kind === 5) {
      if (this.#chance(0.3)) return { ...sent, method: this.#one(METHODS) };
      return { ...sent, path: withQuery(sent.path, 'filter', this.#soup()) };
    }
    if (kind === 6) return { ...sent, body: this.#flipped(sent.body ?? Buffer.alloc(0)) };
    return { ...sent, body: this.#worseJson(sent.body ?? Buffer.alloc(0)) };
  }

  #worsePath(path: string): string {
    const [before = '', query] = path.split('?');
    const parts = before.split('/');
    const at = 1 + this.#below(Math.max(1, parts.length - 1));
    if (this.#chance(0.1)) parts.splice(at, 0, this.#one(NASTY));
    else parts[at] = this.#chance(0.3) ? (parts[at] ?? '') + this.#one(NASTY) : this.#one(NASTY);
    return parts.join('/') + (query === undefined ? '' : `?${query}`);
  }

  #worseQuery(path: string): string {
    const [before = '', query = ''] = path.split('?');
    const pairs = query === '' ? [] : query.split('&');
    const names = ['bbox', 'bbox-crs', 'crs', 'datetime', 'asOf', 'filter', 'filter-lang', 'filter-crs', 'limit', 'offset', 'after', 'lang', 'f', 'v', 'name', 'id', 'token', 'from', 'constructor', '__proto__', 'x[y]']; // biome-ignore format: a list
    const nasty = this.#chance(0.5) ? this.#one(NASTY) : encodeURIComponent(this.#one(NASTY));
    if (pairs.length > 0 && this.#chance(0.5)) {
      const at = this.#below(pairs.length);
      const [name = ''] = (pairs[at] ?? '').split('=');
      pairs[at] = this.#chance(0.2) ? `${nasty}=1` : `${name}=${nasty}`;
    } else pairs.push(`${this.#one(names)}=${nasty}`);
    if (this.#chance(0.15)) pairs.push(this.#one(pairs));
    return `${before}?${pairs.join('&')}`;
  }

  /** Words of the filter language in any order. */
  #soup(): string {
    return Array.from({ length: 1 + this.#below(12) }, () => this.#one(WORDS)).join(' ');
  }

  #flipped(body: Buffer): Buffer {
    const bytes = Buffer.from(body);
    if (bytes.length === 0 || this.#chance(0.2))
      return Buffer.from(this.#one(['', '{', '[', 'null', '"', '\u0000', 'NaN', '{"a":1}}']));
    if (this.#chance(0.3)) return bytes.subarray(0, this.#below(bytes.length));
    for (let left = 1 + this.#below(4); left > 0; left -= 1)
      bytes[this.#below(bytes.length)] = this.#below(256);
    return bytes;
  }

  /** Another value, a member less or more, at any place of the body. */
  #worseJson(body: Buffer): Buffer {
    let root: Json;
    try {
      root = JSON.parse(body.toString('utf8'));
    } catch {
      return body;
    }
    if (this.#chance(0.02)) return Buffer.from(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    const places: { holder: Record<string, Json>; key: string }[] = [];
    const walk = (value: Json): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        places.push({ holder: value as Record<string, Json>, key });
        walk((value as Record<string, Json>)[key]);
      }
    };
    walk(root);
    if (places.length === 0 || this.#chance(0.05)) return Buffer.from(JSON.stringify(this.#one(VALUES)));
    const { holder, key } = this.#one(places);
    const how = this.#below(4);
    try {
      if (how === 0) delete holder[key];
      else if (how === 1) holder[this.#one(NASTY)] = this.#one(VALUES);
      else holder[key] = how === 2 ? this.#one(VALUES) : [holder[key], this.#one(VALUES)];
      return Buffer.from(JSON.stringify(root));
    } catch {
      // Too deep for this side to write, or no length of a list.
      return body;
    }
  }
}

function withQuery(path: string, name: string, value: string): string {
  // A lone surrogate has no UTF-8: it goes as what stands in for it.
  return `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(Buffer.from(value).toString())}`;
}
