import type { LayerDefinition, PropertyDefinition } from '@giapranh/core';
import type { Language } from '../language.js';
import { DEFAULT_LIMIT, filterProperties, GREATEST_LIMIT } from '../routes/item-query.js';

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
  lang: { vi: 'Ngôn ngữ của lời văn.', en: 'Language of texts.' },
} as const satisfies Record<string, Text>;

/** Parameters that paths refer to by name. */
export function sharedParameters(language: Language): Record<string, object> {
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
      maximum: GREATEST_LIMIT,
      default: DEFAULT_LIMIT,
    }),
    offset: inQuery('offset', TEXTS.offset[language], { type: 'integer', minimum: 0, default: 0 }),
    asOf: inQuery('asOf', TEXTS.asOf[language], day, { example: '2023-05-23' }),
    lang: inQuery('lang', TEXTS.lang[language], { type: 'string', enum: ['vi', 'en'] }),
  };
}

const TYPES: Readonly<Record<PropertyDefinition['type'], object>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  json: {},
};

/** The type of a property's value in a feature or a filter. */
export function propertySchema({ type, title, unit }: PropertyDefinition, language: Language): object {
  return {
    ...TYPES[type],
    title: title[language],
    nullable: true,
    ...(unit === undefined ? {} : { 'x-unit': unit }),
  };
}

/** One equality filter a property. */
export function filterParameters(definition: LayerDefinition, language: Language): object[] {
  return filterProperties(definition).map((property) =>
    inQuery(property.name, property.title[language], TYPES[property.type]),
  );
}
