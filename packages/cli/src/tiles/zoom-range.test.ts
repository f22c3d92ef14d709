import { expect, it } from 'vitest';
import { tileLayers } from './tile-layers.js';
import { zoomRange } from './zoom-range.js';

function rangeOf(layers: string, given: Parameters<typeof zoomRange>[1]): unknown {
  const found = tileLayers(layers);
  const range = found.ok ? zoomRange(found.value, given) : found;
  return range.ok ? [range.value.minZoom, range.value.maxZoom] : range.issues.map(({ code }) => code);
}

it('is that of the layers where nothing is asked', () => {
  expect(rangeOf('communes', {})).toEqual([0, 14]);
  expect(rangeOf('communes, borders', { maxZoom: '9' })).toEqual([0, 9]);
  expect(rangeOf('communes', { minZoom: '0', maxZoom: '16' })).toEqual([0, 16]);
});

it('tells every fault', () => {
  expect(rangeOf('communes', { minZoom: '-1', maxZoom: '17' })).toEqual([
    'zoom-unreadable',
    'zoom-unreadable',
  ]);
  expect(rangeOf('communes', { minZoom: '9.5' })).toEqual(['zoom-unreadable']);
  expect(rangeOf('communes', { minZoom: '4', maxZoom: '3' })).toEqual(['zoom-range']);
  expect(rangeOf('communes,xã,equipment,', {})).toEqual(['layer-unknown', 'layer-unknown', 'layer-unknown']);
});
