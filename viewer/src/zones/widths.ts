/** As core takes them: 10 m to 50 km. */
export const NARROWEST_m = 10;
export const WIDEST_m = 50_000;
export const OFFERED_m: readonly number[] = [500, 1000, 2000, 5000];

/**
 * A width as people write it: `750`, `1,5 km`, `1.500 m`, metres unless it says km; `null` when it is no width. A
 * single separator before three digits is one of thousands.
 */
export function readWidth(text: string): number | null {
  const found = /^\s*(\d[\d.,\s]*)\s*(m|km)?\s*$/iu.exec(text);
  if (found === null) return null;
  const digits = (found[1] ?? '').replaceAll(/\s/g, '');
  const plain = /^\d{1,3}([.,]\d{3})+$/.test(digits)
    ? digits.replaceAll(/[.,]/g, '')
    : digits.replace(',', '.');
  const value = Number(plain);
  if (!Number.isFinite(value)) return null;
  const width_m = Math.round((found[2]?.toLowerCase() === 'km' ? 1000 : 1) * value * 1000) / 1000;
  return width_m >= NARROWEST_m && width_m <= WIDEST_m ? width_m : null;
}
