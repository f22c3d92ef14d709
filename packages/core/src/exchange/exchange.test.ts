import { describe, expect, it } from 'vitest';
import type { LayerFeature } from '../feature.js';
import { exchangeDiff } from './exchange-diff.js';
import { EXCHANGE_SCHEMA, type ExchangeLayerRule } from './policy.js';
import { cameIn, originMark, received, redacted, type SharedFeature } from './shared-feature.js';

const RULE: ExchangeLayerRule = {
  id: 'incidents',
  fields: { public: ['kind', 'note'], internal: ['kind'] },
  why: { vi: 'x', en: 'x' },
};
const FEATURE: LayerFeature = {
  layer: 'incidents',
  id: 'a',
  geometry: { type: 'Point', coordinates: [105.9, 22.4] },
  properties: { kind: 'khai thác', note: 'theo tin của ông A', people: 3, status: null },
  validity: { from: null, to: null },
};

describe('redaction', () => {
  it('keeps what the rule names for the level of the feature, and nothing else', () => {
    expect(redacted(FEATURE, 'internal', RULE)?.properties).toEqual({ kind: 'khai thác' });
    expect(redacted(FEATURE, 'public', RULE)?.properties).toEqual({
      kind: 'khai thác',
      note: 'theo tin của ông A',
    });
  });

  it('lets no feature of a level out that the rule does not name', () => {
    expect(redacted(FEATURE, 'restricted', RULE)).toBeUndefined();
  });

  it('lets out only what is meant', () => {
    const rule = { ...RULE, only: { kind: ['san gạt'] } };
    expect(redacted(FEATURE, 'public', rule)).toBeUndefined();
    expect(redacted(FEATURE, 'public', { ...RULE, only: { kind: ['khai thác'] } })).toBeDefined();
  });

  it('never passes on what came from a neighbour', () => {
    const source = originMark('04', 'ab'.repeat(32));
    const theirs = { ...FEATURE, properties: { ...FEATURE.properties, source } };
    expect(cameIn(theirs)).toBe(true);
    expect(redacted(theirs, 'public', RULE)).toBeUndefined();
  });

  it('gives a judged site as the site, under its own id and without the vintage', () => {
    const rule = { ...RULE, id: 'mineral-sites' as const, fields: { public: ['site_id', 'name'] } };
    const site: LayerFeature = {
      ...FEATURE,
      layer: 'mineral-sites',
      id: '2023:S-1',
      properties: { site_id: 'S-1', name: 'Mỏ', level: 'high' },
      validity: { from: '2020-03-01' as never, to: null },
    };
    const shared = redacted(site, 'public', rule);
    expect(shared).toMatchObject({ id: 'S-1', validity: { from: null }, properties: { name: 'Mỏ' } });
    if (shared === undefined) throw new Error('kept back');
    expect(received(shared, '06')).toMatchObject({ id: '06:S-1', properties: { site_id: '06:S-1' } });
  });
});

const one = (kind: string, more: Partial<SharedFeature> = {}): SharedFeature => ({
  ...{ layer: 'incidents', id: '06:a', properties: { kind }, secrecy: 'internal' },
  geometry: { type: 'Point', coordinates: [105.9, 22.4] },
  validity: { from: null, to: null },
  ...more,
});

describe('what a package changes', () => {
  const state = (
    theirs: SharedFeature | null,
    ours: SharedFeature | null,
    base: SharedFeature | null,
    whole = true,
  ) =>
    exchangeDiff({
      incoming: theirs === null ? [] : [theirs],
      current: ours === null ? [] : [ours],
      base: base === null ? [] : [base],
      whole: whole ? ['incidents'] : [],
    }).map((change) => change.state);
  const [x, y, z] = [one('x'), one('y'), one('z')];

  it.each([
    ['nobody had it', x, null, null, 'new'],
    ['changed there', y, x, x, 'changed'],
    ['changed here', x, y, x, 'kept'],
    ['changed on both sides', z, y, x, 'conflict'],
    ['changed alike on both sides', y, y, x, 'same'],
    ['as it was', x, x, x, 'same'],
    ['removed there', null, x, x, 'removed'],
    ['removed there, changed here', null, y, x, 'conflict'],
    ['removed here', x, null, x, 'kept'],
    ['removed here, changed there', y, null, x, 'conflict'],
    ['under our name, and not from them', x, y, null, 'conflict'],
  ] as const)('%s', (_what, theirs, ours, base, expected) => {
    expect(state(theirs, ours, base)).toEqual([expected]);
  });

  it('takes what is missing for removed only where the package is whole, and what is gone on both sides for nothing', () => {
    expect(state(null, x, x, false)).toEqual([]);
    expect(state(null, null, x)).toEqual([]);
  });

  it('names the fields that differ, geometry and secrecy among them, and not what only we have', () => {
    const here = one('x', { properties: { kind: 'x', note: 'của ta' } });
    const there = one('y', {
      secrecy: 'public',
      geometry: { type: 'Point', coordinates: [105.9, 22.5] },
    });
    const [change] = exchangeDiff({ incoming: [there], current: [here], base: [x], whole: [] });
    expect(change?.fields.map(({ name }) => name)).toEqual(['geometry', 'secrecy', 'kind']);
    expect(change?.fields[2]).toEqual({ name: 'kind', here: 'x', there: 'y' });
  });

  it('takes one part for a multi-geometry of one, and members in any order for the same', () => {
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    const there = one('x', {
      geometry: { type: 'Polygon', coordinates: [ring] },
      properties: { told: { a: 1, b: 2 } },
    });
    const here = one('x', {
      geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
      properties: { told: { b: 2, a: 1 } },
    });
    expect(exchangeDiff({ incoming: [there], current: [here], base: [], whole: [] })[0]?.state).toBe('same');
  });
});

it('the schema refuses a level that is none and a member it does not know', () => {
  const policy = { basis: RULE.why, terms: RULE.why, layers: [RULE], agreements: [] };
  expect(EXCHANGE_SCHEMA.safeParse(policy).success).toBe(true);
  const secret = { ...RULE, fields: { secret: ['kind'] } };
  expect(EXCHANGE_SCHEMA.safeParse({ ...policy, layers: [secret] }).success).toBe(false);
  expect(EXCHANGE_SCHEMA.safeParse({ ...policy, all: true }).success).toBe(false);
});
