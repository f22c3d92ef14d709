/** Above this share of the products' sizes the plain difference has the right sign (Shewchuk 1997, ccwerrboundA). */
const ROUNDING = 3.330_669_073_875_471_6e-16;
/** Splits a double into two halves of 26 bits (Dekker 1971). */
const SPLITTER = 134_217_729;

/** Parts of the exact sum, smallest first; six products leave at most twelve. */
const parts = new Float64Array(16);
let count = 0;

/**
 * On which side of the line a → b the point c lies: positive to the left, negative to the right, 0 on it. The sign is
 * that of the exact determinant of the doubles given; the size is good to rounding.
 */
export function orientation(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const left = (ax - cx) * (by - cy);
  const right = (ay - cy) * (bx - cx);
  const difference = left - right;
  const bound = ROUNDING * (Math.abs(left) + Math.abs(right));
  if (difference > bound || -difference > bound) return difference;
  // A factor of zero is exact: the two share an ordinate.
  if (left === 0 || right === 0) return difference;
  return exactOrientation(ax, ay, bx, by, cx, cy);
}

/** ax·by − ay·bx + ay·cx − ax·cy + bx·cy − by·cx, summed without any rounding. */
function exactOrientation(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  count = 0;
  addProduct(ax, by);
  addProduct(-ay, bx);
  addProduct(ay, cx);
  addProduct(-ax, cy);
  addProduct(bx, cy);
  addProduct(-by, cx);
  return parts[count - 1] ?? 0;
}

function addProduct(a: number, b: number): void {
  const product = a * b;
  const aWide = SPLITTER * a;
  const aHigh = aWide - (aWide - a);
  const aLow = a - aHigh;
  const bWide = SPLITTER * b;
  const bHigh = bWide - (bWide - b);
  const bLow = b - bHigh;
  add(aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow));
  add(product);
}

/** Adds a number to the parts, keeping them free of overlap and of zeros. */
function add(term: number): void {
  let sum = term;
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const part = parts[at] ?? 0;
    const next = sum + part;
    const virtual = next - sum;
    const rest = sum - (next - virtual) + (part - virtual);
    if (rest !== 0) {
      parts[kept] = rest;
      kept += 1;
    }
    sum = next;
  }
  if (sum !== 0) {
    parts[kept] = sum;
    kept += 1;
  }
  count = kept;
}
