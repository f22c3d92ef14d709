/** One row per projected system: EPSG code, central meridian, and the area of use as the EPSG register words it. */
export type ZoneRow = readonly [epsg: number, centralMeridian_deg: number, vi: string, en: string];

/** VN-2000, 3° zones: k0 0.9999, false easting 500 000 m. Register: EPSG v10.076. */
export const VN2000_3_DEGREE: readonly ZoneRow[] = [
  [5896, 102, 'Múi 481, phía tây 103°30′', 'Zone 481, onshore west of 103°30′E'],
  [
    5897,
    105,
    'Múi 482, từ 103°30′ đến 106°30′; Hà Nội, Hà Nam, Ninh Bình, Thanh Hóa, Vĩnh Phúc, Cần Thơ, Bạc Liêu, Đồng Tháp, Hậu Giang',
    'Zone 482, 103°30′E to 106°30′E; Hà Nội, Hà Nam, Ninh Bình, Thanh Hóa, Vĩnh Phúc, Cần Thơ, Bạc Liêu, Đồng Tháp, Hậu Giang',
  ],
  [5898, 108, 'Múi 491, phía đông 106°30′; Quảng Ngãi', 'Zone 491, onshore east of 106°30′E; Quảng Ngãi'],
  [
    5899,
    107.75,
    'Quảng Ninh, Đà Nẵng, Quảng Nam, Bà Rịa – Vũng Tàu, Đồng Nai, Lâm Đồng',
    'Quảng Ninh, Đà Nẵng, Quảng Nam, Bà Rịa – Vũng Tàu, Đồng Nai, Lâm Đồng',
  ],
  [9205, 103, 'Điện Biên, Lai Châu', 'Điện Biên, Lai Châu'],
  [9206, 104, 'Sơn La', 'Sơn La'],
  [9207, 104.5, 'Cà Mau, Kiên Giang', 'Cà Mau, Kiên Giang'],
  [
    9208,
    104.75,
    'An Giang, Lào Cai, Nghệ An, Phú Thọ, Yên Bái',
    'An Giang, Lào Cai, Nghệ An, Phú Thọ, Yên Bái',
  ],
  [
    9209,
    105.5,
    'Bắc Ninh, Hà Giang, Hà Tĩnh, Hải Dương, Hưng Yên, Nam Định, Sóc Trăng, Tây Ninh, Thái Bình, Trà Vinh, Vĩnh Long',
    'Bắc Ninh, Hà Giang, Hà Tĩnh, Hải Dương, Hưng Yên, Nam Định, Sóc Trăng, Tây Ninh, Thái Bình, Trà Vinh, Vĩnh Long',
  ],
  [
    9210,
    105.75,
    'Hải Phòng, TP Hồ Chí Minh, Bến Tre, Bình Dương, Cao Bằng, Long An, Tiền Giang',
    'Hải Phòng, Hồ Chí Minh City, Bến Tre, Bình Dương, Cao Bằng, Long An, Tiền Giang',
  ],
  [9211, 106, 'Hòa Bình, Quảng Bình, Tuyên Quang', 'Hòa Bình, Quảng Bình, Tuyên Quang'],
  [9212, 106.25, 'Bình Phước, Quảng Trị', 'Bình Phước, Quảng Trị'],
  [9213, 106.5, 'Bắc Kạn, Thái Nguyên', 'Bắc Kạn, Thái Nguyên'],
  [9214, 107, 'Bắc Giang, Thừa Thiên Huế', 'Bắc Giang, Thừa Thiên Huế'],
  [9215, 107.25, 'Lạng Sơn', 'Lạng Sơn'],
  [9216, 107.5, 'Kon Tum', 'Kon Tum'],
  [9217, 108.25, 'Bình Định, Khánh Hòa, Ninh Thuận', 'Bình Định, Khánh Hòa, Ninh Thuận'],
  [
    9218,
    108.5,
    'Bình Thuận, Đắk Lắk, Đắk Nông, Gia Lai, Phú Yên',
    'Bình Thuận, Đắk Lắk, Đắk Nông, Gia Lai, Phú Yên',
  ],
];

/** VN-2000, 6° zones (UTM 48N and 49N): k0 0.9996, false easting 500 000 m. */
export const VN2000_6_DEGREE: readonly ZoneRow[] = [
  [3405, 105, 'Phía tây 108°', 'Onshore west of 108°E'],
  [3406, 111, 'Phía đông 108°', 'Onshore east of 108°E'],
];

/** HN-72, 6° Gauss–Krüger zones: k0 1, the zone number before the 500 km of false easting. */
export const HN72_6_DEGREE: readonly ZoneRow[] = [
  [2044, 105, 'Múi 18, phía tây 108°', 'Zone 18, onshore west of 108°E'],
  [2045, 111, 'Múi 19, phía đông 108°', 'Zone 19, onshore east of 108°E'],
];

/** WGS 84, UTM. */
export const WGS84_UTM: readonly ZoneRow[] = [
  [32648, 105, 'Từ 102° đến 108°', '102°E to 108°E, northern hemisphere'],
  [32649, 111, 'Từ 108° đến 114°', '108°E to 114°E, northern hemisphere'],
];
