import type { LayerDefinition, Profile } from '@giapranh/core';
import { offeredCrs } from '../crs/offered-crs.js';
import type { Language } from '../language.js';
import type { Limits } from '../limits/limits.js';
import { DEFAULT_LIMIT, filterProperties } from '../routes/item-query.js';
import { CRS84 } from '../routes/links.js';
import { FILTER_LANGUAGES } from '../routes/read-filter.js';
import { valueSchema } from './schemas.js';

type Text = Readonly<Record<Language, string>>;

function inQuery(name: string, description: string, schema: object, more: object = {}): object {
  return { name, in: 'query', required: false, description, schema, ...more };
}

const TEXTS = {
  asOf: {
    vi: 'Ngày YYYY-MM-DD (giờ Việt Nam) mà dữ liệu có hiệu lực; không ghi là hôm nay.',
    en: 'The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.',
  },
  datetime: {
    vi: 'Ngày, thời điểm RFC 3339, hoặc khoảng đầu/cuối (".." để ngỏ): đối tượng có hiệu lực trong đó.',
    en: 'A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it.',
  },
  bbox: {
    vi: 'Khung bao tây,nam,đông,bắc theo độ (CRS84).',
    en: 'Box west,south,east,north in degrees (CRS84).',
  },
  limit: {
    vi: 'Số đối tượng nhiều nhất trong một trang.',
    en: 'The most features in one page.',
  },
  offset: { vi: 'Bỏ qua bấy nhiêu đối tượng đầu.', en: 'Features to skip.' },
  after: {
    vi: 'Vị trí trang, lấy từ liên kết "next"; khi có thì trang bắt đầu từ đó.',
    en: 'The place of a page, taken from a "next" link; the page begins there.',
  },
  crs: { vi: 'Hệ tọa độ của câu trả lời.', en: 'Coordinate system of the answer.' },
  'bbox-crs': { vi: 'Hệ tọa độ của "bbox".', en: 'Coordinate system of "bbox".' },
  filter: { vi: 'Bộ lọc CQL2 (OGC 21-065).', en: 'CQL2 filter (OGC 21-065).' },
  'filter-lang': { vi: 'Cách viết của "filter".', en: 'Writing of "filter".' },
  'filter-crs': {
    vi: 'Hệ tọa độ của hình trong "filter".',
    en: 'Coordinate system of geometries in "filter".',
  },
  lang: { vi: 'Ngôn ngữ của lời văn.', en: 'Language of texts.' },
} as const satisfies Record<string, Text>;

/** Parameters that paths refer to by name. */
export function sharedParameters(
  profile: Profile,
  language: Language,
  { page }: Pick<Limits, 'page'>,
): Record<string, object> {
  const crs = { type: 'string', format: 'uri', enum: offeredCrs(profile), default: CRS84 };
  const day = { type: 'string', format: 'date' };
  return {
    bbox: inQuery(
      'bbox',
      TEXTS.bbox[language],
      { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } },
      { style: 'form', explode: false },
    ),
    datetime: inQuery(
      'datetime',
      TEXTS.datetime[language],
      { type: 'string' },
      { style: 'form', explode: false },
    ),
    limit: inQuery('limit', TEXTS.limit[language], {
      type: 'integer',
      minimum: 1,
      maximum: page,
      default: Math.min(DEFAULT_LIMIT, page),
    }),
    offset: inQuery('offset', TEXTS.offset[language], { type: 'integer', minimum: 0, default: 0 }),
    after: inQuery('after', TEXTS.after[language], { type: 'string', pattern: '^[0-9]{1,15}$' }),
    asOf: inQuery('asOf', TEXTS.asOf[language], day, { example: '2023-05-23' }),
    crs: inQuery('crs', TEXTS.crs[language], crs),
    'bbox-crs': inQuery('bbox-crs', TEXTS['bbox-crs'][language], crs),
    filter: inQuery('filter', TEXTS.filter[language], { type: 'string' }, { example: "name LIKE '%Chợ%'" }),
    'filter-lang': inQuery('filter-lang', TEXTS['filter-lang'][language], {
      type: 'string',
      enum: FILTER_LANGUAGES,
      default: 'cql2-text',
    }),
    'filter-crs': inQuery('filter-crs', TEXTS['filter-crs'][language], crs),
    lang: inQuery('lang', TEXTS.lang[language], { type: 'string', enum: ['vi', 'en'] }),
  };
}

/** One equality filter a property. */
export function filterParameters(definition: LayerDefinition, language: Language): object[] {
  return filterProperties(definition).map((property) =>
    inQuery(property.name, property.title[language], valueSchema(property)),
  );
}
