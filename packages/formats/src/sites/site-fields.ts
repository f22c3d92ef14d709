/** The columns and properties a file of sites may have, by our name for them. */
const NAMES = {
  id: ['id', 'site_id', 'ma', 'ma_so', 'ma_khu_vuc', 'ma_diem_mo', 'so_hieu'],
  name: ['name', 'ten', 'ten_goi', 'ten_khu_vuc', 'ten_mo', 'ten_diem_mo', 'khu_vuc'],
  lon: ['lon', 'lng', 'long', 'longitude', 'kinh_do'],
  lat: ['lat', 'latitude', 'vi_do'],
  error_m: ['error_m', 'accuracy_m', 'sai_so', 'sai_so_m', 'do_chinh_xac_m'],
  mineral: ['mineral', 'mineral_vi', 'khoang_san', 'loai_khoang_san', 'ten_khoang_san'],
  mineral_en: ['mineral_en', 'commodity'],
  activity: ['activity', 'hoat_dong', 'loai_hoat_dong'],
  area_ha: ['area_ha', 'dien_tich_ha'],
  area_m2: ['area_m2', 'dien_tich_m2'],
  decision: ['decision', 'quyet_dinh', 'so_quyet_dinh', 'van_ban', 'so_van_ban'],
  decision_date: ['decision_date', 'ngay_quyet_dinh', 'ngay_van_ban', 'ngay_ban_hanh'],
  issuer: ['issuer', 'publisher', 'co_quan_ban_hanh', 'noi_ban_hanh'],
  commune: ['commune', 'communes', 'xa', 'xa_phuong', 'ten_xa', 'xa_phuong_thi_tran'],
  commune_code: ['commune_code', 'commune_codes', 'ma_xa'],
  district: ['district', 'huyen', 'ten_huyen', 'quan_huyen'],
  province: ['province', 'tinh', 'ten_tinh', 'tinh_thanh_pho'],
} as const;

export type SiteField = keyof typeof NAMES;

/** Plane coordinates: they need a CRS, which a table of sites has no place for. */
const PLANE = new Set(['x', 'y', 'x_m', 'y_m', 'e', 'n', 'easting', 'northing', 'toa_do_x', 'toa_do_y']);

/** `Diện tích (ha)` → `dien_tich_ha`: letters without marks, words by underscores. */
export function foldHeader(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** The field a column stands for, in Vietnamese or English. */
export function siteField(header: string): SiteField | undefined {
  const folded = foldHeader(header);
  for (const [field, names] of Object.entries(NAMES) as [SiteField, readonly string[]][]) {
    if (names.includes(folded)) return field;
  }
  return undefined;
}

export function isPlaneColumn(header: string): boolean {
  return PLANE.has(foldHeader(header));
}
