import {
  type ExchangeLayerRule,
  exchangeDiff,
  type LayerFeature,
  received,
  redacted,
  type Secrecy,
  type SharedFeature,
} from '@giapranh/core';
import { readExchangePackage, writeExchangePackage } from '@giapranh/formats';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { must } from '../must.js';

/** Laws of what leaves: whatever the records and the policy are. */
const LEVELS = ['public', 'internal', 'restricted'] as const satisfies readonly Secrecy[];
const FIELDS = ['kind', 'equipment', 'note', 'status', 'document'] as const;
const both = (text: string) => ({ vi: text, en: text });

const level = fc.constantFrom(...LEVELS);
const fields = fc.uniqueArray(fc.constantFrom(...FIELDS));
const rule = fc
  .record({ public: fields, internal: fields, restricted: fields }, { requiredKeys: [] })
  .map((named): ExchangeLayerRule => ({ id: 'incidents', fields: named, why: both('x') }));
/** Each value is a text that stands nowhere else. */
const records = fc
  .array(fc.record({ secrecy: level, says: fc.uniqueArray(fc.constantFrom(...FIELDS)) }), { maxLength: 12 })
  .map((list) =>
    list.map(({ secrecy, says }, at) => ({
      secrecy,
      feature: {
        layer: 'incidents',
        id: `vu-${at}-${secrecy.length}${secrecy[0]}`,
        geometry: { type: 'Point', coordinates: [105.9, 22.4] },
        properties: Object.fromEntries(says.map((name) => [name, `lời-${at}-${name}-hết`])),
        validity: { from: null, to: null },
      } satisfies LayerFeature,
    })),
  );

function packed(features: readonly SharedFeature[]): Uint8Array {
  return writeExchangePackage({
    head: {
      from: { code: '06', name: 'A', profile: 'bac-kan' },
      to: { code: '04', name: 'B' },
      ...{ pair: '06-04', vintage: '2023', as_of: '2023-05-23', zone_m: 5000 },
      made_at: '2023-05-24T01:00:00.000Z',
      agreement: { document: 'd', number: '1', title: both('t') },
      redaction: [],
      terms: both('t'),
    },
    zone: [],
    layers: [{ layer: 'incidents', whole: true, features }],
    documents: [],
  }).bytes;
}

it('no text of a level or field that the rule does not name is in the bytes, and every other is', () => {
  fc.assert(
    fc.property(records, rule, (list, asked) => {
      const shared = list.flatMap(({ feature, secrecy }) => redacted(feature, secrecy, asked) ?? []);
      const bytes = packed(shared);
      const text = [
        ...Object.values(unzipSync(bytes)).map((file) => strFromU8(file)),
        strFromU8(bytes, true),
      ];
      for (const { feature, secrecy } of list) {
        const named = asked.fields[secrecy];
        const isIn = (word: string): boolean => text.some((member) => member.includes(word));
        expect(isIn(`"${feature.id}"`)).toBe(named !== undefined);
        for (const [name, value] of Object.entries(feature.properties)) {
          expect(isIn(String(value))).toBe(named?.some((field) => field === name) ?? false);
        }
      }
    }),
    { numRuns: 100, seed: 6_04 },
  );
});

it('what was taken in is the same when it comes again, under names of the giver', () => {
  fc.assert(
    fc.property(records, rule, (list, asked) => {
      const shared = list.flatMap(({ feature, secrecy }) => redacted(feature, secrecy, asked) ?? []);
      const [layer] = must(readExchangePackage(packed(shared))).layers;
      const incoming = (layer?.features ?? []).map((feature) => received(feature, '06'));
      expect(incoming.every(({ id }) => id.startsWith('06:'))).toBe(true);
      const fresh = exchangeDiff({ incoming, current: [], base: [], whole: ['incidents'] });
      expect(fresh.every(({ state }) => state === 'new')).toBe(true);
      const again = exchangeDiff({ incoming, current: incoming, base: incoming, whole: ['incidents'] });
      expect(again.every(({ state, fields: differ }) => state === 'same' && differ.length === 0)).toBe(true);
    }),
    { numRuns: 100, seed: 4_06 },
  );
});
