import { VN2000_3_DEGREE } from './zones.js';

/** A province of before 1 July 2025 and the central meridian its 3° zone documents were drawn on. */
export interface ProvinceMeridian {
  /** GSO code, vintage `2023`. */
  readonly code: string;
  readonly shortName: string;
  readonly centralMeridian_deg: number;
  /** The EPSG system with that meridian. */
  readonly crs: string;
}

const ROWS: readonly (readonly [code: string, shortName: string, centralMeridian_deg: number])[] = [
  ['01', 'Hà Nội', 105],
  ['02', 'Hà Giang', 105.5],
  ['04', 'Cao Bằng', 105.75],
  ['06', 'Bắc Kạn', 106.5],
  ['08', 'Tuyên Quang', 106],
  ['10', 'Lào Cai', 104.75],
  ['11', 'Điện Biên', 103],
  ['12', 'Lai Châu', 103],
  ['14', 'Sơn La', 104],
  ['15', 'Yên Bái', 104.75],
  ['17', 'Hòa Bình', 106],
  ['19', 'Thái Nguyên', 106.5],
  ['20', 'Lạng Sơn', 107.25],
  ['22', 'Quảng Ninh', 107.75],
  ['24', 'Bắc Giang', 107],
  ['25', 'Phú Thọ', 104.75],
  ['26', 'Vĩnh Phúc', 105],
  ['27', 'Bắc Ninh', 105.5],
  ['30', 'Hải Dương', 105.5],
  ['31', 'Hải Phòng', 105.75],
  ['33', 'Hưng Yên', 105.5],
  ['34', 'Thái Bình', 105.5],
  ['35', 'Hà Nam', 105],
  ['36', 'Nam Định', 105.5],
  ['37', 'Ninh Bình', 105],
  ['38', 'Thanh Hóa', 105],
  ['40', 'Nghệ An', 104.75],
  ['42', 'Hà Tĩnh', 105.5],
  ['44', 'Quảng Bình', 106],
  ['45', 'Quảng Trị', 106.25],
  ['46', 'Thừa Thiên Huế', 107],
  ['48', 'Đà Nẵng', 107.75],
  ['49', 'Quảng Nam', 107.75],
  ['51', 'Quảng Ngãi', 108],
  ['52', 'Bình Định', 108.25],
  ['54', 'Phú Yên', 108.5],
  ['56', 'Khánh Hòa', 108.25],
  ['58', 'Ninh Thuận', 108.25],
  ['60', 'Bình Thuận', 108.5],
  ['62', 'Kon Tum', 107.5],
  ['64', 'Gia Lai', 108.5],
  ['66', 'Đắk Lắk', 108.5],
  ['67', 'Đắk Nông', 108.5],
  ['68', 'Lâm Đồng', 107.75],
  ['70', 'Bình Phước', 106.25],
  ['72', 'Tây Ninh', 105.5],
  ['74', 'Bình Dương', 105.75],
  ['75', 'Đồng Nai', 107.75],
  ['77', 'Bà Rịa – Vũng Tàu', 107.75],
  ['79', 'Hồ Chí Minh', 105.75],
  ['80', 'Long An', 105.75],
  ['82', 'Tiền Giang', 105.75],
  ['83', 'Bến Tre', 105.75],
  ['84', 'Trà Vinh', 105.5],
  ['86', 'Vĩnh Long', 105.5],
  ['87', 'Đồng Tháp', 105],
  ['89', 'An Giang', 104.75],
  ['91', 'Kiên Giang', 104.5],
  ['92', 'Cần Thơ', 105],
  ['93', 'Hậu Giang', 105],
  ['94', 'Sóc Trăng', 105.5],
  ['95', 'Bạc Liêu', 105],
  ['96', 'Cà Mau', 104.5],
];

export const PROVINCE_MERIDIAN_SOURCE =
  'EPSG v10.076: the provinces named in the area of use of each VN-2000 / TM-3 system';

/**
 * Which meridian a province used, for display and for evidence. It is information about a province and never the
 * answer about a document: old maps, merged provinces, ministry maps and 6° maps use others. Nothing may choose a
 * coordinate system from this table without saying so.
 */
export const PROVINCE_MERIDIANS: readonly ProvinceMeridian[] = ROWS.map(
  ([code, shortName, centralMeridian_deg]) => {
    const zone = VN2000_3_DEGREE.find(([, meridian_deg]) => meridian_deg === centralMeridian_deg);
    if (zone === undefined) throw new Error(`no zone for the meridian of ${shortName}`);
    return { code, shortName, centralMeridian_deg, crs: `EPSG:${zone[0]}` };
  },
);
