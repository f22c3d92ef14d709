/** How a typed number may have gone wrong, the commonest first. */
export type Slip = 'transposed' | 'substituted' | 'lost' | 'added';

export interface Edit {
  readonly value: number;
  readonly slip: Slip;
}

/** Millimetre digits are left alone: a wrong one moves nothing anyone could see. */
const SMALLEST_STEP_m = 1;

function digitsOf(value: number): { whole: string; fraction: string } {
  const [whole = '', fraction = ''] = value.toFixed(3).split('.');
  return { whole, fraction };
}

function made(whole: string, fraction: string): number {
  return Number(`${whole}.${fraction}`);
}

/** Two neighbouring digits of the whole metres exchanged. */
export function transpositions(value: number): Edit[] {
  const { whole, fraction } = digitsOf(value);
  const found: Edit[] = [];
  for (let at = 0; at + 1 < whole.length; at += 1) {
    const [a = '', b = ''] = [whole[at], whole[at + 1]];
    if (a === b) continue;
    found.push({
      value: made(`${whole.slice(0, at)}${b}${a}${whole.slice(at + 2)}`, fraction),
      slip: 'transposed',
    });
  }
  return found;
}

/** One digit of the whole metres written as another. */
export function substitutions(value: number): Edit[] {
  const { whole, fraction } = digitsOf(value);
  const found: Edit[] = [];
  for (let at = 0; at < whole.length; at += 1) {
    if (10 ** (whole.length - at - 1) < SMALLEST_STEP_m) break;
    for (let digit = 0; digit <= 9; digit += 1) {
      if (String(digit) === whole[at]) continue;
      found.push({
        value: made(`${whole.slice(0, at)}${digit}${whole.slice(at + 1)}`, fraction),
        slip: 'substituted',
      });
    }
  }
  return found;
}

/** A digit that fell out, put back; or one too many, taken out. */
export function lengthEdits(value: number, wanted: number): Edit[] {
  const { whole, fraction } = digitsOf(value);
  const found: Edit[] = [];
  if (whole.length === wanted - 1) {
    for (let at = 0; at <= whole.length; at += 1)
      for (let digit = 0; digit <= 9; digit += 1) {
        found.push({
          value: made(`${whole.slice(0, at)}${digit}${whole.slice(at)}`, fraction),
          slip: 'lost',
        });
      }
  }
  if (whole.length === wanted + 1) {
    for (let at = 0; at < whole.length; at += 1) {
      found.push({ value: made(`${whole.slice(0, at)}${whole.slice(at + 1)}`, fraction), slip: 'added' });
    }
  }
  return found;
}
