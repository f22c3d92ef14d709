import { readLabel } from '../layout/label.js';
import type { PlanePoint } from './plane.js';
import { isSimple, perimeter_m } from './ring-math.js';

/** Rings longer than this are not searched for a better order: the search grows with the fourth power. */
const LONGEST_SEARCHED = 36;

/** A reordering that gives a simple ring, and how it was found. */
export interface Order {
  readonly ring: readonly PlanePoint[];
  readonly how: 'labels' | 'exchange' | 'move' | 'untangled';
}

/** One ring whatever corner it starts at and whichever way it runs. */
export function ringKey(ring: readonly PlanePoint[]): string {
  const rows = ring.map((point) => point.source.key);
  const least = rows.indexOf([...rows].sort()[0] ?? '');
  const forward = [...rows.slice(least), ...rows.slice(0, least)];
  const [first = '', ...rest] = forward;
  const backward = [first, ...rest.reverse()];
  return (forward[1] ?? '') < (backward[1] ?? '') ? forward.join(' ') : backward.join(' ');
}

function exchanged(ring: readonly PlanePoint[], i: number, j: number): PlanePoint[] {
  const next = [...ring];
  const [a, b] = [next[i], next[j]];
  if (a !== undefined && b !== undefined) {
    next[i] = b;
    next[j] = a;
  }
  return next;
}

function moved(ring: readonly PlanePoint[], from: number, to: number): PlanePoint[] {
  const next = [...ring];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** In the order of the corners' numbers, if they are numbered and that is another order than the rows'. */
export function byLabels(ring: readonly PlanePoint[]): readonly PlanePoint[] | null {
  const labels = ring.map((point) => readLabel(point.source.label));
  const prefixes = new Set(labels.map((label) => label.prefix));
  const numbers = labels.map((label) => label.number);
  if (prefixes.size !== 1 || numbers.includes(null) || new Set(numbers).size !== numbers.length) return null;
  const order = ring.map((point, at) => ({ point, number: numbers[at] ?? 0 }));
  const sorted = [...order].sort((a, b) => a.number - b.number).map(({ point }) => point);
  return sorted.every((point, at) => point === ring[at]) ? null : sorted;
}

/** Turns stretches of the ring round as long as that shortens it: what crosses gets uncrossed. */
function untangled(ring: readonly PlanePoint[]): PlanePoint[] {
  let best = [...ring];
  let length_m = perimeter_m(best);
  for (let pass = 0; pass < 60; pass += 1) {
    let better = false;
    for (let i = 0; i < best.length - 1; i += 1)
      for (let j = i + 1; j < best.length; j += 1) {
        const next = [...best.slice(0, i), ...best.slice(i, j + 1).reverse(), ...best.slice(j + 1)];
        const next_m = perimeter_m(next);
        if (next_m < length_m - 1e-6) {
          best = next;
          length_m = next_m;
          better = true;
        }
      }
    if (!better) break;
  }
  return best;
}

/**
 * Simple rings near the written order: by the corners' numbers, by exchanging two rows, by moving one; only if none
 * of these helps, untangled altogether. Different rings only, the shortest outline first.
 */
export function simpleOrders(ring: readonly PlanePoint[]): readonly Order[] {
  const found = new Map<string, Order>();
  const add = (candidate: readonly PlanePoint[], how: Order['how']) => {
    const key = ringKey(candidate);
    if (!found.has(key) && isSimple(candidate)) found.set(key, { ring: candidate, how });
  };
  const labelled = byLabels(ring);
  if (labelled !== null) add(labelled, 'labels');
  if (ring.length <= LONGEST_SEARCHED) {
    for (let i = 0; i < ring.length; i += 1)
      for (let j = i + 1; j < ring.length; j += 1) add(exchanged(ring, i, j), 'exchange');
    if (found.size === 0) {
      for (let i = 0; i < ring.length; i += 1)
        for (let j = 0; j < ring.length; j += 1) if (i !== j) add(moved(ring, i, j), 'move');
    }
    if (found.size === 0) add(untangled(ring), 'untangled');
  }
  return [...found.values()].sort((a, b) => perimeter_m(a.ring) - perimeter_m(b.ring));
}
