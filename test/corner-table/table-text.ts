import type { MadeSite } from './made-site.js';

/** How a made site is written down. */
export interface TableStyle {
  readonly columns: readonly ('label' | 'x' | 'y')[];
  readonly delimiter: ';' | '\t' | '|';
  readonly number: (value: number) => string;
  readonly label: (at: number) => string;
  readonly heads: Readonly<Record<'label' | 'x' | 'y', string>>;
}

export const PLAIN_STYLE: TableStyle = {
  columns: ['label', 'x', 'y'],
  delimiter: ';',
  number: (value) => value.toFixed(3).replace('.', ','),
  label: (at) => String(at + 1),
  heads: { label: 'Số hiệu điểm', x: 'X (m)', y: 'Y (m)' },
};

/** `2.499.067,549`, with the marks given. */
export function grouped(thousands: string, decimal: string): (value: number) => string {
  return (value) => {
    const [whole = '', fraction = ''] = value.toFixed(3).split('.');
    return `${whole.replace(/\B(?=(\d{3})+$)/g, thousands)}${decimal}${fraction}`;
  };
}

export function areaLine(site: MadeSite): string {
  return `Diện tích: ${(site.area_m2 / 10_000).toFixed(4).replace('.', ',')} ha`;
}

/** The table of a site: head lines, header, corners. */
export function tableText(site: MadeSite, style: TableStyle, statement: string | null): string {
  const cells = (row: Readonly<Record<'label' | 'x' | 'y', string>>) =>
    style.columns.map((column) => row[column]).join(style.delimiter);
  const rows = site.corners.map(({ north, east }, at) =>
    cells({ label: style.label(at), x: style.number(north), y: style.number(east) }),
  );
  return [
    'BẢNG TỌA ĐỘ CÁC ĐIỂM GÓC',
    'Khu vực: Nà Thử',
    `Địa điểm: ${site.commune.name}, ${site.province.name}`,
    ...(statement === null ? [] : [statement]),
    areaLine(site),
    cells(style.heads),
    ...rows,
    '',
  ].join('\n');
}

export function statementOf(meridian: string): string {
  return `Hệ tọa độ VN-2000, kinh tuyến trục ${meridian}, múi chiếu 3°`;
}
