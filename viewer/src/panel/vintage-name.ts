import type { ProfileVintage } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { day } from '../format/date.js';

/** `Trước 1/7/2025`, `Từ 1/7/2025`. */
export function vintageName(viewer: Viewer, { valid_from, valid_to, title }: ProfileVintage): string {
  const words = viewer.messages().vintage;
  if (valid_to !== null) return words.before(day(valid_to));
  return valid_from === null ? title[viewer.lang()] : words.since(day(valid_from));
}
