type Point = readonly [number, number];

/** Shewchuk's bound: beyond it the rounded determinant has the true sign. */
const ERROR_BOUND = (3 + 16 * Number.EPSILON) * (Number.EPSILON / 2);

const SCRATCH = new DataView(new ArrayBuffer(8));
const FRACTION_BITS = 52n;

/** A finite double times 2^1074: always a whole number. */
function scaled(value: number): bigint {
  SCRATCH.setFloat64(0, value);
  const bits = SCRATCH.getBigUint64(0);
  const exponent = (bits >> FRACTION_BITS) & 0x7ffn;
  const fraction = bits & ((1n << FRACTION_BITS) - 1n);
  const magnitude = exponent === 0n ? fraction : (fraction | (1n << FRACTION_BITS)) << (exponent - 1n);
  return bits >> 63n === 1n ? -magnitude : magnitude;
}

function exactSign(a: Point, b: Point, c: Point): number {
  const [ax, ay, bx, by, cx, cy] = [...a, ...b, ...c].map(scaled);
  if (ax === undefined || ay === undefined || bx === undefined || by === undefined) return 0;
  if (cx === undefined || cy === undefined) return 0;
  const determinant = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  return determinant > 0n ? 1 : determinant < 0n ? -1 : 0;
}

/** On which side of the line a→b is c: 1 left, -1 right, 0 on it. Exact for all doubles. */
export function orientation(a: Point, b: Point, c: Point): number {
  const left = (b[0] - a[0]) * (c[1] - a[1]);
  const right = (b[1] - a[1]) * (c[0] - a[0]);
  const determinant = left - right;
  const bound = ERROR_BOUND * (Math.abs(left) + Math.abs(right));
  if (determinant > bound) return 1;
  if (determinant < -bound) return -1;
  return exactSign(a, b, c);
}
