import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../geometry/kernel.js';
import { borderContact } from './border-contact.js';
import { RiskContext } from './risk-context.js';
import { at, day, drawnWorld, LINEAGE, RECORDS, smallProfile } from './small-world.fixture.js';

const kernel = await loadGeometryKernel();
const small = smallProfile();
const parties = [
  { code: '06', vintage: '2023' },
  { code: '04', vintage: '2023' },
];
const documents = small.documents.map((entry) => (entry.id === 'pact' ? { ...entry, parties } : entry));
const context = new RiskContext(kernel, { profile: { ...small, documents }, records: RECORDS, lineage: LINEAGE, units: drawnWorld(kernel) }); // biome-ignore format: one context

test('any place knows the border nearest to it, who faces whom there, and the agreement to cite', () => {
  const found = borderContact(context, at(5, 5), day('2026-01-01'));
  expect(found).toMatchObject({
    ok: true,
    value: {
      pair: '19-04',
      own: { code: '01981' },
      other: { code: '01273' },
      own_bodies: [{ side: 'own', name: { vi: 'UBND xã Thông' } }],
      other_bodies: [{ side: 'neighbour', name: { vi: 'UBND xã Bình' } }],
      regulations: [{ id: 'pact', status: 'in-force' }],
    },
  });
  expect(found.ok ? found.value?.distance_m : null).toBeCloseTo(5155, -2);
  expect(borderContact(context, at(5, 5), day('2023-05-23'))).toMatchObject({
    value: { pair: '06-04', own: { code: '063' }, other: { code: '040' } },
  });
});
