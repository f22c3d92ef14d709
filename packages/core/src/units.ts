/** SI inside; the unit stands in the name. Hectares and kilometres exist only at the door. */
export const SQUARE_METRES_PER_HECTARE = 10_000;
export const METRES_PER_KILOMETRE = 1_000;

export function hectares(area_m2: number): number {
  return area_m2 / SQUARE_METRES_PER_HECTARE;
}

export function kilometres(length_m: number): number {
  return length_m / METRES_PER_KILOMETRE;
}

/** Calendar day, `YYYY-MM-DD`, in Vietnam's time. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The only maker of `IsoDate`: a real calendar day, or `undefined`. */
export function parseIsoDate(text: string): IsoDate | undefined {
  const match = ISO_DATE.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? (text as IsoDate) : undefined;
}

/** Half-open validity: `from` is the first day in force, `to` the first day no longer in force; `null` = open. */
export interface Validity {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

export function isValidOn(validity: Validity, day: IsoDate): boolean {
  return (validity.from === null || validity.from <= day) && (validity.to === null || day < validity.to);
}
