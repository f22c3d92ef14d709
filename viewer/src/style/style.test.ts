import { layerDefinition, neighbourOrder } from '@giapranh/core';
import { expect, it } from 'vitest';
import { SYMBOLS } from '../symbols/symbols.js';
import { neighbourColour } from './neighbours.js';
import { ringOpacity } from './rings.js';
import { type SOURCES, sourceOf } from './sources.js';
import { style } from './style.js';
import { styleTemplate } from './template.js';
import { TOKENS } from './tokens.js';

const drawn = style({
  origin: 'http://map.test',
  asOf: '2025-06-30',
  lang: 'vi',
  theme: 'light',
  subjects: [
    { code: '06', vintage: '2023' },
    { code: '19', vintage: '2025-07-01' },
  ],
  neighbours: ['04', '19', '20', '08'],
  sources: 'inline',
});

it('draws only layers of the catalogue, each from the source that carries it', () => {
  for (const layer of drawn.layers) {
    if (!('source-layer' in layer) || layer['source-layer'] === undefined) continue;
    const base = layer['source-layer'].replace(/-labels$/, '');
    const definition = layerDefinition(base);
    expect(definition, layer.id).toBeDefined();
    if (definition !== undefined) expect(sourceOf(definition.id), layer.id).toBe(layer.source);
  }
});

it('asks dated layers for the day, and the rest without one', () => {
  const tiles = (id: keyof typeof SOURCES) => {
    const source = drawn.sources[id];
    return source?.type === 'vector' ? source.tiles?.[0] : undefined;
  };
  expect(tiles('units')).toBe(
    'http://map.test/tiles/provinces,districts,communes,borders/{z}/{x}/{y}.mvt?asOf=2025-06-30',
  );
  expect(tiles('context')).toBe('http://map.test/tiles/places,roads,rivers/{z}/{x}/{y}.mvt');
});

it('names no host but its own', () => {
  const addresses = JSON.stringify(drawn).match(/https?:\/\/[^"/]+/g) ?? [];
  expect(new Set(addresses)).toEqual(new Set(['http://map.test']));
});

it('has every image it can ask for', () => {
  const names = new Set(SYMBOLS.map((symbol) => symbol.name));
  for (const level of ['high', 'medium', 'low', 'info', 'none']) {
    expect(names).toContain(`site-${level}`);
    expect(names).toContain(`site-${level}-commune`);
  }
  const asked = drawn.layers.flatMap((layer) => [
    ...(layer.type === 'symbol' && typeof layer.layout?.['icon-image'] === 'string'
      ? [layer.layout['icon-image']]
      : []),
    ...(layer.type === 'fill' && typeof layer.paint?.['fill-pattern'] === 'string'
      ? [layer.paint['fill-pattern']]
      : []),
  ]);
  expect(asked).toEqual(expect.arrayContaining(['watch-hatch', 'road-plate']));
  for (const name of [...asked, 'site-chosen']) expect(names).toContain(name);
});

it('leaves the server its placeholders', () => {
  const { vi, en } = styleTemplate();
  for (const text of [JSON.stringify(vi), JSON.stringify(en)]) {
    for (const name of ['{origin}', '{asOf}', '{subject}', '{neighbour0}', '{neighbour5}']) {
      expect(text).toContain(name);
    }
  }
});

it('gives a neighbour one colour in every vintage', () => {
  const neighbour = (code: string) => ({ code, name: code, geometry: 'present' as const });
  const vintage = {
    id: '2023',
    title: { vi: 'x', en: 'x' },
    valid_from: null,
    valid_to: null,
    basis: { vi: 'x', en: 'x' },
    subject: '06',
    drawing: 'd',
    other_drawings: [],
    accuracy_m: 29,
    accuracy_source: { vi: 'x', en: 'x' },
  };
  const order = neighbourOrder({
    vintages: [
      { ...vintage, neighbours: [neighbour('04'), neighbour('19'), neighbour('08')] },
      {
        ...vintage,
        id: '2025-07-01',
        subject: '19',
        neighbours: [neighbour('08'), neighbour('04'), { ...neighbour('24'), geometry: 'missing' as const }],
      },
    ],
  });
  expect(order).toEqual(['04', '19', '08']);
  expect(neighbourColour(TOKENS.light, order, '08')).toBe(TOKENS.light.neighbours[2]);
});

it('fades rings away from the border', () => {
  const strengths = [500, 1000, 2000, 5000, 10_000].map(ringOpacity);
  expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
  expect(new Set(strengths).size).toBe(strengths.length);
});
