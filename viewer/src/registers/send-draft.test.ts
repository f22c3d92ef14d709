import type { Polygon } from 'geojson';
import { expect, it } from 'vitest';
import type { Draft } from './draft.js';
import { soundGeometry, withDraftName } from './send-draft.js';

const RING = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];

it('sends rings counter-clockwise, as RFC 7946 has them', () => {
  const drawn: Polygon = { type: 'Polygon', coordinates: [RING.toReversed()] };
  expect(soundGeometry(drawn)).toEqual({ type: 'Polygon', coordinates: [RING] });
  expect(soundGeometry({ type: 'Polygon', coordinates: [RING] })).toEqual({
    type: 'Polygon',
    coordinates: [RING],
  });
});

it('names the draft in the record, so that one whose answer was lost is not sent twice', () => {
  const draft = { id: 'd1', properties: { kind: 'x', details: { time: '14:05' } } } as unknown as Draft;
  expect(withDraftName(draft)).toEqual({ kind: 'x', details: { time: '14:05', draft: 'd1' } });
});
