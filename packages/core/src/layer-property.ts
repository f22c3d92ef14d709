import type { LocalText } from './issue.js';

export interface PropertyDefinition {
  readonly name: string;
  readonly title: LocalText;
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'json';
  /** SI: `m`, `m2`; absent for what has no unit. */
  readonly unit?: 'm' | 'm2' | '1';
  /** Carried by tiles too. `json` never is. */
  readonly inTiles: boolean;
}

type Told = readonly [name: string, vi: string, en: string];

const property =
  (type: PropertyDefinition['type'], byDefaultInTiles: boolean) =>
  (
    ...[name, vi, en, inTiles = byDefaultInTiles]: readonly [...Told, inTiles?: boolean]
  ): PropertyDefinition => ({
    name,
    title: { vi, en },
    type,
    inTiles,
  });

export const text = property('string', true);
export const integer = property('integer', true);
export const json = property('json', false);

/** A figure in SI; its unit ends its name. */
export const measure = (
  unit: 'm' | 'm2',
  ...[name, vi, en, inTiles = true]: readonly [...Told, inTiles?: boolean]
): PropertyDefinition => ({ name, title: { vi, en }, type: 'number', unit, inTiles });

// The properties that several layers have.
export const code = text('code', 'Mã', 'Code');
export const name = text('name', 'Tên', 'Name');
export const shortName = text('short_name', 'Tên gọi', 'Short name');
export const vintage = text('vintage', 'Mốc đơn vị hành chính', 'Vintage');
export const drawing = text('drawing', 'Nguồn nét vẽ', 'Drawing', false);
export const area = measure('m2', 'area_m2', 'Diện tích tính trên elipxoit', 'Area on the ellipsoid');
export const areaDeclared = measure('m2', 'area_declared_m2', 'Diện tích công bố', 'Declared area', false);
export const length = measure('m', 'length_m', 'Chiều dài trên elipxoit', 'Length on the ellipsoid');
export const level = text('level', 'Mức cảnh báo', 'Level');
export const flagCount = integer('flag_count', 'Số cảnh báo', 'Flags');
export const siteCount = integer('site_count', 'Số điểm mỏ', 'Sites');
/** What a planner reads in the panel; too long for tiles. */
export const reasonsVi = text('reasons_vi', 'Lý do cảnh báo', 'Why flagged (vi)', false);
export const reasonsEn = text('reasons_en', 'Lý do cảnh báo (tiếng Anh)', 'Why flagged', false);
/** 0 to 100, by the profile's patrol policy. */
export const priority: PropertyDefinition = {
  name: 'priority',
  title: { vi: 'Ưu tiên tuần tra', en: 'Patrol priority' },
  type: 'number',
  inTiles: true,
};
export const source = text('source', 'Nguồn dữ liệu', 'Source', false);
export const province = text('province_code', 'Mã tỉnh', 'Province code');
/** Units a document asks to watch, or their successors, name the list; others have none. */
export const watchList = text('watch_list', 'Danh sách địa bàn cần lưu ý', 'Watch list');
/** The pair of province codes, `06-04`: the subject first. */
export const pair = text('pair', 'Cặp tỉnh', 'Pair');
