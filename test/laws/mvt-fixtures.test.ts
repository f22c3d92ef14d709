import { each, type MvtFixture } from '@mapbox/mvt-fixtures';
import { describe, expect, it } from 'vitest';
import { decodeTile } from '../vector-tile.js';

const fixtures: MvtFixture[] = [];
each((fixture) => fixtures.push(fixture));
/** A geometry of unknown type may hold anything (4.3.4.1): no decoder need make sense of it. */
const isOfKnownType = ({ json }: MvtFixture): boolean =>
  (json.layers ?? []).every(({ features = [] }) => features.every(({ type = 0 }) => type >= 1 && type <= 3));
/** One fixture announces half a thousand million points and has two: a trap for memory, not a geometry. */
const hasWhatItAnnounces = ({ json }: MvtFixture): boolean =>
  (json.layers ?? []).every(({ features = [] }) =>
    features.every(({ geometry = [] }) => (geometry[0] ?? 0) >>> 3 <= geometry.length),
  );
const valid = fixtures.filter(
  (fixture) => fixture.validity.v2 === true && isOfKnownType(fixture) && hasWhatItAnnounces(fixture),
);

const unzigzag = (value: number): number => (value >>> 1) ^ -(value & 1);

/** MVT 2.1, 4.3, read anew from the numbers the fixture was made from. */
function linesOf(commands: readonly number[]): number[][][] {
  const lines: number[][][] = [];
  let [x, y, at] = [0, 0, 0];
  while (at < commands.length) {
    const command = commands[at++] ?? 0;
    const [id, count] = [command & 7, command >>> 3];
    for (let turn = 0; turn < count; turn++) {
      const line = lines.at(-1);
      if (id === 7) {
        const [first] = line ?? [];
        if (first !== undefined) line?.push(first);
        continue;
      }
      x += unzigzag(commands[at++] ?? 0);
      y += unzigzag(commands[at++] ?? 0);
      if (id === 1 && (turn === 0 || lines.length === 0)) lines.push([[x, y]]);
      else line?.push([x, y]);
    }
  }
  return lines;
}

/** Points of a multipoint are one run of the move command; everything else begins anew at each. */
const flat = (lines: readonly (readonly (readonly number[])[])[]): unknown => lines.flat();

describe('the tiles of @mapbox/mvt-fixtures', () => {
  it('are many', () => {
    process.stderr.write(`mvt-fixtures: ${fixtures.length}, of them valid ${valid.length}\n`);
    expect(valid.length).toBeGreaterThan(20);
  });

  it.each(valid.map((fixture) => [fixture.id, fixture.description, fixture] as const))(
    '%s is decoded right: %s',
    (_id, _description, { buffer, json }) => {
      const decoded = decodeTile(new Uint8Array(buffer));
      const layers = (json.layers ?? []).filter(({ features }) => (features?.length ?? 0) > 0);
      for (const { name = '', features = [], keys = [], values = [] } of layers) {
        const own = decoded.get(name);
        expect(own?.length).toBe(features.length);
        for (const [at, feature] of features.entries()) {
          const found = own?.[at];
          expect(found?.kind).toBe((['unknown', 'point', 'line', 'polygon'] as const)[feature.type ?? 0]);
          if (feature.id !== undefined) expect(found?.number).toBe(feature.id);
          const { tags = [] } = feature;
          const properties: Record<string, unknown> = {};
          for (let tag = 0; tag < tags.length; tag += 2) {
            const [value] = Object.values(values[tags[tag + 1] ?? 0] ?? {});
            properties[keys[tags[tag] ?? 0] ?? ''] = value;
          }
          for (const [key, value] of Object.entries(properties)) {
            const held = found?.properties[key];
            if (typeof value === 'number') expect(held).toBeCloseTo(value, 4);
            else expect(held).toEqual(value);
          }
          expect(flat(found?.lines ?? [])).toEqual(flat(linesOf(feature.geometry ?? [])));
        }
      }
    },
  );
});
