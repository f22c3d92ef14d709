import { fold } from '../text/fold.js';

const SECTION =
  /^(?:[(]?(?:[ivxl]+|\d{1,3}|[a-h])[.)\]]\s*)?(?:khu(?: vuc| mo)?|mo|diem mo|vung|thua(?: dat)?|khoanh|lo|diem quang|bai|site|area|block|mine|parcel|zone [a-z]|du an|cong trinh|tuyen|ten (?:khu|mo|diem mo|du an)|name)\b(?! (?:tich|chieu))/;
const NUMBERED = /^[(]?(?:[ivxl]+|\d{1,3}|[a-h])[.)\]]\s*\p{L}/u;
const HOLE = /lỗ|loại trừ|trừ ra|khoét|vành trong|vòng trong|\bhole\b|exclud|inner ring/iu;
const PART = /^(?:vong|ring|phan|part|mang)\b/;
const SUM = /^(?:tong|cong|dien tich|area|total|chu vi|perimeter|s\s*=)/;
const NOTE = /^(?:ghi chu|note|luu y|nguon|source|chu thich|\*|noi nhan)/;

/** What a row of words between points is about. */
export type Title = 'hole' | 'part' | 'section' | 'sum' | 'note' | 'other';

export function titleKind(text: string): Title {
  if (HOLE.test(text) && text.length < 80) return 'hole';
  const words = fold(text);
  if (SUM.test(words)) return 'sum';
  if (NOTE.test(words)) return 'note';
  if (PART.test(words)) return 'part';
  return SECTION.test(words) || NUMBERED.test(words) ? 'section' : 'other';
}

const LINE_END =
  /\b(dau|giua|cuoi) tuyen\b|\bdiem (dau|giua|cuoi)\b|^(start|middle|mid|end)( point)?$|^km ?\d+ ?\+ ?\d+/;

/** Whether a point's name says it lies on a line: `Đầu tuyến`, `Điểm cuối`, `Km0+250`. */
export function namesLinePoint(label: string): boolean {
  return LINE_END.test(fold(label));
}

export function namesLineStart(label: string): boolean {
  return /\bdau tuyen\b|\bdiem dau\b|^start/.test(fold(label));
}
