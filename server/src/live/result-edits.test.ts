import type { LayerFeature } from '@giapranh/core';
import type { StoredFeature } from '@giapranh/store';
import { expect, it } from 'vitest';
import { resultEdits } from './result-edits.js';

const NOW = '2025-07-01';

function result(id: string, vintage: string | null, level: string, x = 105): LayerFeature {
  return {
    layer: 'mineral-sites',
    id,
    geometry: { type: 'Point', coordinates: [x, 22] },
    properties: { site_id: 'S', name: 'Mỏ S', vintage, level },
    validity: { from: null, to: null },
  };
}

function row(feature: LayerFeature, provenance: StoredFeature['provenance'], revision = 1): StoredFeature {
  return { ...feature, provenance, revision };
}

const edits = (stored: readonly StoredFeature[], results: readonly LayerFeature[]) =>
  resultEdits(stored, results, NOW).map((edit) =>
    edit.op === 'delete' ? ['delete', edit.id] : [edit.op, edit.feature.id, edit.feature.properties['level']],
  );

it('writes what differs, and nothing when all is said', () => {
  const stored = [
    row(result('2023:S', '2023', 'low'), 'loaded'),
    row(result('2025-07-01:S', NOW, 'high'), 'loaded'),
  ];
  expect(edits(stored, [result('2023:S', '2023', 'low'), result('2025-07-01:S', NOW, 'high')])).toEqual([]);
  expect(edits(stored, [result('2023:S', '2023', 'low'), result('2025-07-01:S', NOW, 'low')])).toEqual([
    ['replace', '2025-07-01:S', 'low'],
  ]);
  expect(edits(stored, [result('S', null, 'low')])).toEqual([
    ['insert', 'S', 'low'],
    ['delete', '2023:S'],
    ['delete', '2025-07-01:S'],
  ]);
});

it('leaves rows that people wrote as they are, but for what is worked out', () => {
  const moved = {
    ...result('2023:S', '2023', 'low', 110),
    properties: { site_id: 'S', name: 'sửa', vintage: '2023', level: 'low' },
  };
  const stored = [row(moved, 'edited', 7), row(result('2025-07-01:S', NOW, 'high'), 'loaded')];
  // Out at sea it is the same in both vintages: one result for two rows.
  const written = resultEdits(stored, [result('S', null, 'none', 110)], NOW);
  expect(written).toMatchObject([
    {
      op: 'replace',
      expected: 7,
      feature: { id: '2023:S', properties: { name: 'sửa', level: 'none', vintage: '2023' } },
    },
    {
      op: 'replace',
      feature: {
        id: '2025-07-01:S',
        geometry: { coordinates: [110, 22] },
        properties: { level: 'none', vintage: NOW },
      },
    },
  ]);
});

it('keeps one row for a site that people added, by the vintage of today', () => {
  const added = row(
    { ...result('a-b-c', null, ''), properties: { name: 'mới', vintage: null, level: null } },
    'edited',
  );
  const of = (vintage: string, level: string): LayerFeature => {
    const found = result(`${vintage}:a-b-c`, vintage, level);
    return { ...found, properties: { ...found.properties, site_id: 'a-b-c' } };
  };
  expect(edits([added], [of('2023', 'low'), of(NOW, 'high')])).toEqual([['replace', 'a-b-c', 'high']]);
});
