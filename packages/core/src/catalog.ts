import type { LocalText } from './issue.js';
import {
  area,
  areaDeclared,
  code,
  drawing,
  flagCount,
  integer,
  json,
  length,
  level,
  measure,
  name,
  type PropertyDefinition,
  pair,
  priority,
  province,
  reasonsEn,
  reasonsVi,
  shortName,
  siteCount,
  source,
  text,
  vintage,
  watchList,
} from './layer-property.js';

/** The fixed ids of every layer that is or will be published. */
export const LAYER_IDS = [
  'provinces',
  'districts',
  'communes',
  'borders',
  'border-zones',
  'watch-units',
  'mineral-sites',
  'prohibited-areas',
  'incidents',
  'inspections',
  'equipment',
  'levelling-permits',
  'licences',
  'tips',
  'places',
  'roads',
  'rivers',
] as const;

export type LayerId = (typeof LAYER_IDS)[number];

export type Secrecy = 'public' | 'internal' | 'restricted';

export interface LayerDefinition {
  readonly id: LayerId;
  readonly title: LocalText;
  readonly description: LocalText;
  readonly geometry: 'polygon' | 'line' | 'point' | 'any';
  readonly properties: readonly PropertyDefinition[];
  /** The zooms tiles carry the layer at; beyond `max` clients overzoom. */
  readonly zoom: { readonly min: number; readonly max: number };
  /** The zoom from which maps show it, where further out it would only crowd them. */
  readonly shownFrom?: number;
  readonly secrecy: Secrecy;
  /** Neighbouring polygons share borders and must be generalised together. */
  readonly coverage: boolean;
  /** The property that names a feature on the map. */
  readonly label: string | null;
}

/** Tiles are made and proven at these; clients enlarge the deepest. */
const EVERY_ZOOM = { min: 0, max: 16 } as const;

/**
 * Every published layer, once. SQL, tiles, OGC collections, map style, legend, CLI and reports read from here.
 * Layers of `LAYER_IDS` without an entry are not published yet: the server answers 404 for them.
 */
export const CATALOG: readonly LayerDefinition[] = [
  {
    id: 'provinces',
    title: { vi: 'Tỉnh', en: 'Provinces' },
    description: {
      vi: 'Tỉnh, thành phố trực thuộc trung ương theo từng mốc thời gian, dựng từ các xã.',
      en: 'Provinces of each vintage, built from their communes.',
    },
    geometry: 'polygon',
    properties: [code, name, shortName, vintage, drawing, area, areaDeclared, source],
    zoom: EVERY_ZOOM,
    shownFrom: 0,
    secrecy: 'public',
    coverage: true,
    label: 'short_name',
  },
  {
    id: 'districts',
    title: { vi: 'Huyện (trước 1/7/2025)', en: 'Districts (before 1 July 2025)' },
    description: {
      vi: 'Huyện, thị xã, thành phố thuộc tỉnh; cấp huyện kết thúc ngày 1/7/2025.',
      en: 'Districts; the level ended on 1 July 2025.',
    },
    geometry: 'polygon',
    properties: [
      code,
      name,
      shortName,
      vintage,
      drawing,
      province,
      area,
      areaDeclared,
      level,
      flagCount,
      siteCount,
      priority,
      reasonsVi,
      reasonsEn,
      watchList,
      source,
    ],
    zoom: EVERY_ZOOM,
    shownFrom: 5,
    secrecy: 'public',
    coverage: true,
    label: 'short_name',
  },
  {
    id: 'communes',
    title: { vi: 'Xã, phường', en: 'Communes' },
    description: {
      vi: 'Xã, phường từ ngày 1/7/2025, với các xã cũ hợp thành.',
      en: 'Communes since 1 July 2025, with the old communes that made them.',
    },
    geometry: 'polygon',
    properties: [
      code,
      name,
      shortName,
      vintage,
      drawing,
      province,
      area,
      areaDeclared,
      level,
      flagCount,
      siteCount,
      priority,
      reasonsVi,
      reasonsEn,
      watchList,
      json('was', 'Hợp thành từ', 'Made from'),
      source,
    ],
    zoom: EVERY_ZOOM,
    shownFrom: 6,
    secrecy: 'public',
    coverage: true,
    label: 'short_name',
  },
  {
    id: 'borders',
    title: { vi: 'Đường giáp ranh', en: 'Borders' },
    description: {
      vi: 'Đường ranh giới chung của hai tỉnh.',
      en: 'The line two provinces share.',
    },
    geometry: 'line',
    properties: [
      pair,
      text('a_code', 'Mã bên A', 'Code of side A'),
      text('a_name', 'Bên A', 'Side A'),
      text('b_code', 'Mã bên B', 'Code of side B'),
      text('b_name', 'Bên B', 'Side B'),
      vintage,
      drawing,
      length,
      json('snap', 'Báo cáo khớp nét', 'Snap report'),
      source,
    ],
    zoom: EVERY_ZOOM,
    shownFrom: 4,
    secrecy: 'public',
    coverage: false,
    label: null,
  },
  {
    id: 'border-zones',
    title: { vi: 'Vùng giáp ranh (phân tích)', en: 'Border zones (analysis)' },
    description: {
      vi: 'Dải đất trong khoảng cách d từ đường giáp ranh, ở từng bên. Để phân tích, không phải ranh giới pháp lý.',
      en: 'Ground within a distance of the shared border, on each side. Analysis, never a legal boundary.',
    },
    geometry: 'polygon',
    properties: [
      pair,
      text('side', 'Mã tỉnh của bên này', 'Code of this side'),
      text('side_name', 'Bên này', 'This side'),
      text('other_name', 'Bên kia', 'Other side'),
      vintage,
      drawing,
      measure('m', 'inner_m', 'Từ', 'From'),
      measure('m', 'outer_m', 'Đến', 'To'),
      area,
      { ...length, name: 'border_length_m', title: { vi: 'Chiều dài đường giáp ranh', en: 'Border length' } },
      text('status', 'Tính chất', 'Status'),
      json('communes', 'Các xã và diện tích', 'Communes and areas'),
      source,
    ],
    zoom: EVERY_ZOOM,
    shownFrom: 5,
    secrecy: 'public',
    coverage: true,
    label: null,
  },
  {
    id: 'watch-units',
    title: { vi: 'Địa bàn cần lưu ý', en: 'Watch units' },
    description: {
      vi: 'Đơn vị mà văn bản yêu cầu lưu ý, và các đơn vị kế tục của chúng.',
      en: 'Units a document asks to watch, and their successors.',
    },
    geometry: 'polygon',
    properties: [
      code,
      name,
      shortName,
      vintage,
      drawing,
      watchList,
      text('watch_of', 'Kế tục của', 'Successor of'),
      text('inheritance', 'Kế tục', 'Inheritance'),
      text('reason_vi', 'Lý do', 'Reason (vi)', false),
      text('reason_en', 'Lý do (tiếng Anh)', 'Reason (en)', false),
      text('document', 'Văn bản', 'Document', false),
      level,
      flagCount,
      siteCount,
      priority,
      area,
      source,
    ],
    zoom: EVERY_ZOOM,
    shownFrom: 5,
    secrecy: 'public',
    coverage: true,
    label: 'short_name',
  },
  {
    id: 'mineral-sites',
    title: { vi: 'Khu vực khoáng sản', en: 'Mineral sites' },
    description: {
      vi: 'Khu vực, điểm khoáng sản trong văn bản chính thức và dữ liệu mở, với cảnh báo và lý do.',
      en: 'Mineral areas and points of official acts and open data, with their flags and reasons.',
    },
    geometry: 'any',
    properties: [
      text('site_id', 'Mã khu vực', 'Site id'),
      name,
      text('mineral_vi', 'Khoáng sản', 'Mineral (vi)'),
      text('mineral_en', 'Khoáng sản (tiếng Anh)', 'Mineral (en)'),
      text('activity', 'Hoạt động', 'Activity'),
      areaDeclared,
      text('decision', 'Quyết định', 'Decision'),
      {
        name: 'decision_date',
        title: { vi: 'Ngày quyết định', en: 'Decided on' },
        type: 'date',
        inTiles: false,
      },
      text('precision', 'Độ chính xác vị trí', 'Precision'),
      integer(
        'spot_index',
        'Thứ tự trong các khu vực vẽ cùng một điểm',
        'Turn among sites drawn at one spot',
      ),
      measure('m', 'error_m', 'Sai số vị trí', 'Error of position', false),
      text('place', 'Địa bàn', 'Place', false),
      vintage,
      { name: 'as_of', title: { vi: 'Xét tại ngày', en: 'Judged as of' }, type: 'date', inTiles: false },
      level,
      flagCount,
      { name: 'score', title: { vi: 'Điểm rủi ro', en: 'Risk score' }, type: 'number', inTiles: true },
      reasonsVi,
      reasonsEn,
      json('flags', 'Cảnh báo', 'Flags'),
      source,
    ],
    zoom: EVERY_ZOOM,
    shownFrom: 4,
    secrecy: 'public',
    coverage: false,
    label: 'name',
  },
  {
    id: 'places',
    title: { vi: 'Địa danh', en: 'Places' },
    description: { vi: 'Điểm dân cư, núi, suối.', en: 'Populated places, mountains, streams.' },
    geometry: 'point',
    properties: [
      name,
      text('kind', 'Loại', 'Kind'),
      integer('rank', 'Hạng', 'Rank'),
      measure('m', 'elevation_m', 'Độ cao', 'Elevation'),
      source,
    ],
    zoom: EVERY_ZOOM,
    shownFrom: 5,
    secrecy: 'public',
    coverage: false,
    label: 'name',
  },
  {
    id: 'roads',
    title: { vi: 'Đường bộ, đường sắt', en: 'Roads and railways' },
    description: { vi: 'Cao tốc, quốc lộ, đường sắt.', en: 'Expressways, national roads, railways.' },
    geometry: 'line',
    properties: [name, text('kind', 'Loại', 'Kind'), text('ref', 'Số hiệu', 'Number'), source],
    zoom: EVERY_ZOOM,
    shownFrom: 5,
    secrecy: 'public',
    coverage: false,
    label: 'ref',
  },
  {
    id: 'rivers',
    title: { vi: 'Sông', en: 'Rivers' },
    description: {
      vi: 'Sông lớn, bản đồ tỷ lệ nhỏ; vị trí lệch có thể hàng trăm mét.',
      en: 'Main rivers at a small scale; offsets of hundreds of metres are possible.',
    },
    geometry: 'line',
    properties: [name, integer('rank', 'Hạng', 'Rank'), source],
    zoom: EVERY_ZOOM,
    shownFrom: 4,
    secrecy: 'public',
    coverage: false,
    label: 'name',
  },
];

export function layerDefinition(id: string): LayerDefinition | undefined {
  return CATALOG.find((layer) => layer.id === id);
}
