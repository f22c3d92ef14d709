import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { geodesicLength_m } from '../geodesy/length.js';
import { type BorderTopology, borderTopology, type TopologyUnit } from './topology.js';
import { at, side } from './two-sides.fixture.js';

const line: Position[] = Array.from({ length: 51 }, (_, i) => at(40 * Math.sin(i * 1.7), i * 100));
const inner = [at(-1_000, 1_000), at(-500, 1_000), at(-500, 1_500), at(-1_000, 1_500)];
const west = side('04', [at(-5_000, 0), ...line, at(-5_000, 5_000)].toReversed(), inner);
const enclave = side('05', inner);
const east = side('19', [at(5_000, 5_000), ...line.toReversed(), at(5_000, 0)]);

const built = (units: readonly TopologyUnit[]): BorderTopology => {
  const found = borderTopology(units);
  if (!found.ok) throw new Error(found.issues[0].message.en);
  return found.value;
};

describe('borderTopology', () => {
  const topology = built([west, enclave, east]);

  it('keeps a shared line once, with a unit on each side', () => {
    const border = topology.between(west, east);
    expect(border?.arcs).toHaveLength(1);
    expect(border?.length_m).toBeCloseTo(geodesicLength_m(line), 6);
    const [arc = -1] = border?.arcs ?? [];
    expect([topology.left[arc], topology.right[arc]]).toEqual([0, 2]);
    // With the earlier unit to the left: from south to north, west being to the left.
    expect(topology.line(arc)).toEqual(line);
  });

  it('closes the arc around an enclave, and knows who does not meet', () => {
    const border = topology.between(enclave, west);
    const [arc = -1] = border?.arcs ?? [];
    const ring = topology.line(arc);
    expect(ring[0]).toEqual(ring[ring.length - 1]);
    expect(border?.length_m).toBeCloseTo(geodesicLength_m([...inner, ...inner.slice(0, 1)]), 6);
    expect(topology.between(enclave, east)).toBeUndefined();
    expect(topology.borders().map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });

  it('accounts for every metre of outline', () => {
    const outlines_m = [west, enclave, east]
      .flatMap(({ geometry }) => geometry.coordinates.flat())
      .reduce((sum, ring) => sum + geodesicLength_m(ring), 0);
    const { shared_length_m, open_length_m, borders, units } = topology.report();
    expect(2 * shared_length_m + open_length_m).toBeCloseTo(outlines_m, 6);
    expect([units, borders]).toEqual([3, 2]);
  });

  it('is the same whichever way rings are wound and wherever they begin', () => {
    const turned = side(
      '19',
      [...line.slice(20).toReversed(), at(5_000, 5_000), at(5_000, 0), ...line.slice(0, 20)].toReversed(),
    );
    const other = built([west, enclave, { ...turned, geometry: east.geometry }]);
    expect(other.between(west, east)?.length_m).toBe(topology.between(west, east)?.length_m);
    const begun = side('19', [
      ...line.slice(0, 20).toReversed(),
      at(5_000, 0),
      at(5_000, 5_000),
      ...line.slice(20).toReversed(),
    ]);
    expect(built([west, begun]).between(west, begun)?.arcs).toHaveLength(1);
  });

  it('leaves out what lies nowhere, and says so', () => {
    const nowhere = side('09', [at(0, 0), [Number.NaN, 22], at(9, 9)]);
    const found = borderTopology([west, nowhere, east]);
    expect(found).toMatchObject({ ok: true, notes: [{ code: 'border-coordinate-invalid', path: ['09'] }] });
    expect(found.ok && found.value.between(west, east)?.length_m).toBe(
      topology.between(west, east)?.length_m,
    );
  });
});
