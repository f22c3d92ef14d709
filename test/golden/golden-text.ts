/**
 * How goldens are written: figures to the places that hold on every machine, and lines short enough to be read in a
 * diff. A unit in a name decides the places, so nothing has to be listed.
 */

/** Degrees: a decimetre, ten times finer than a zone's edge is promised. */
const COORDINATE_DECIMALS = 6;
/** Square metres: the promise for the parts of a partition. Metres: a hundred times the promise at 100 km. */
const DECIMALS_BY_UNIT = new Map([
  ['m2', 0],
  ['m', 2],
]);
const OTHER_DECIMALS = 6;
const POSITIONS_A_LINE = 4;

function round(value: number, decimals: number): number {
  // The sum turns a negative zero into zero.
  return Number(value.toFixed(decimals)) + 0;
}

function decimalsOf(unit: string | undefined): number {
  return DECIMALS_BY_UNIT.get(unit ?? '') ?? OTHER_DECIMALS;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPosition(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'number');
}

/** A copy whose numbers are rounded by the unit their key ends in, or that stands beside them as `unit`. */
function rounded(value: unknown, unit?: string): unknown {
  if (typeof value === 'number') return round(value, decimalsOf(unit));
  if (Array.isArray(value)) return value.map((entry) => rounded(entry, unit));
  if (!isObject(value)) return value;
  const stated = typeof value['unit'] === 'string' ? value['unit'] : undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      if (key === 'coordinates') return [key, roundedPlaces(entry)];
      const named = /_(m2?)$/.exec(key)?.[1];
      return [key, rounded(entry, named ?? stated)];
    }),
  );
}

function roundedPlaces(value: unknown): unknown {
  if (typeof value === 'number') return round(value, COORDINATE_DECIMALS);
  return Array.isArray(value) ? value.map(roundedPlaces) : value;
}

function lines(value: unknown, indent: string): string {
  const whole = JSON.stringify(value);
  if (whole === undefined || isPosition(value) || whole.length + indent.length < 100) return whole ?? 'null';
  const deeper = `${indent} `;
  if (Array.isArray(value)) {
    if (!value.every(isPosition)) {
      return `[\n${value.map((entry) => deeper + lines(entry, deeper)).join(',\n')}\n${indent}]`;
    }
    const rows = Array.from({ length: Math.ceil(value.length / POSITIONS_A_LINE) }, (_, row) =>
      value
        .slice(row * POSITIONS_A_LINE, (row + 1) * POSITIONS_A_LINE)
        .map((position) => JSON.stringify(position))
        .join(','),
    );
    return `[\n${rows.map((row) => deeper + row).join(',\n')}\n${indent}]`;
  }
  if (!isObject(value)) return whole;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `{\n${entries.map(([key, entry]) => `${deeper}${JSON.stringify(key)}: ${lines(entry, deeper)}`).join(',\n')}\n${indent}}`;
}

/** JSON text: the same on every machine for results that differ by rounding only. */
export function goldenText(value: unknown): string {
  return `${lines(rounded(value), '')}\n`;
}
