import { fold } from '../text/fold.js';

/** A decision or licence as the document cites it. */
export interface DeclaredDecision {
  readonly number: string;
  /** `YYYY-MM-DD`, where the day stands beside the number. */
  readonly date: string | null;
}

const DECISION =
  /(?:quyết định|giấy phép(?: khai thác(?: khoáng sản)?)?|công văn|thông báo|QĐ|GP|decision|licen[cs]e)\s*(?:số|no\.?)?\s*:?\s*(\d+[\d/-]*(?:\/[\p{L}\d-]+)+)/iu;
const DATE = /(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})/iu;
/** To the end of the line, or to what is plainly another statement. */
const MINERAL =
  /(?:loại\s+)?(?:khoáng sản|mineral)\s*:\s*([^;|()]+?)(?=\s*(?:[;|()]|\.\s|\.?$|,\s*(?:xã|phường|thị trấn|huyện|tỉnh|diện tích)\s))/iu;
const NAME =
  /^(?:tên\s+(?:khu vực|mỏ|khu mỏ|dự án|công trình)|khu vực|site|name)(?:\s+\d{1,3})?\s*:\s*(.+)$/iu;
/** An address after the name is no part of it: `…, xã Xuân La, huyện Pác Nặm`. */
const ADDRESS =
  /\s*[,;(–-]\s*(?:thuộc\s+)?(?:các\s+)?(?:xã|phường|thị trấn|huyện|thị xã|thành phố|tỉnh)\s+\p{Lu}.*$/u;

function iso(text: string): string | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [, day = '', month = '', year = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 ? date : null;
}

export function decisionIn(text: string): DeclaredDecision | null {
  const match = DECISION.exec(text);
  if (match === null) return null;
  return { number: match[1] ?? '', date: iso(text.slice(match.index + match[0].length)) };
}

/** A cell of a column headed by decision or licence. */
export function decisionInColumn(text: string): DeclaredDecision | null {
  const found = decisionIn(text);
  if (found !== null || text.trim() === '') return found;
  return {
    number: text
      .replace(DATE, '')
      .replace(/[,;]?\s*ngày\s*$/iu, '')
      .trim(),
    date: iso(text),
  };
}

export function mineralIn(text: string): string | null {
  return MINERAL.exec(text)?.[1]?.trim() ?? null;
}

export function withoutAddress(name: string): string {
  return name.replace(ADDRESS, '').trim();
}

export function nameIn(text: string): string | null {
  const name = NAME.exec(text.trim())?.[1];
  return name === undefined ? null : withoutAddress(name);
}

export type Shape = 'ring' | 'line' | 'point';

const SHAPES: readonly (readonly [Shape, RegExp])[] = [
  ['line', /(?:dang(?: hinh)?|hinh dang|shape|geometry)\s*[:(]?\s*(?:tuyen|duong|line)/],
  [
    'point',
    /(?:dang(?: hinh)?|hinh dang|shape|geometry)\s*[:(]?\s*(?:diem|point)|toa do (?:trung )?tam\b|diem (?:trung )?tam\b/,
  ],
  [
    'ring',
    /(?:dang(?: hinh)?|hinh dang|shape|geometry)\s*[:(]?\s*(?:vung|khu|da giac|polygon|ring|khep kin)/,
  ],
];

/** `(dạng tuyến)`, `Dạng hình: điểm`, `shape: polygon`. */
export function shapeIn(text: string): Shape | null {
  const words = fold(text);
  return SHAPES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** A cell of a column headed by shape. */
export function shapeInColumn(text: string): Shape | null {
  return shapeIn(`dang ${text}`);
}
