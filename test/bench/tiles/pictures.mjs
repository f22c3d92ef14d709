// `node test/bench/tiles/pictures.mjs`: draws docs/images/tiles-*.png, one border at z8 as geojson-vt cuts it and as ours
// is, from the bytes of the tiles. Nothing is drawn but the polygons: what shows through in red is a crack.
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { layerDefinition } from '@giapranh/core';
import { buildTileSource } from '@giapranh/tiles';
import GeoJSONVT from 'geojson-vt';
import vtpbf from 'vt-pbf';
import { profileCommunes } from '../data/communes.mjs';
import { polygonsOf } from './cracks.mjs';

const PLACE = { z: 8, x: 203, y: 111 };
const EXTENT = 4096;
/** Steps of the tile across a picture, and pixels a step. */
const WINDOW = 300;
const SCALE = 2;
const FILLS = [
  [191, 214, 191],
  [214, 205, 170],
  [180, 205, 222],
  [222, 196, 190],
  [205, 190, 222],
  [222, 214, 214],
  [186, 208, 208],
];
const CRACK = [214, 20, 20];
const TWICE = [20, 20, 20];

/** Polygons on a raster: how many cover each pixel, and which one last. */
function rasterOf(polygons, left, top, size, scale) {
  const [count, last] = [new Uint8Array(size * size), new Int32Array(size * size).fill(-1)];
  polygons.forEach(({ coordinates, code }) => {
    const edges = coordinates.flat().flatMap((ring) => ring.slice(1).map((to, at) => [ring[at], to]));
    for (let row = 0; row < size; row += 1) {
      const y = top + (row + 0.5) / scale;
      const crossings = edges
        .filter(([[, y0], [, y1]]) => y0 > y !== y1 > y)
        .map(([[x0, y0], [x1, y1]]) => (x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) - left) * scale - 0.5)
        .sort((a, b) => a - b);
      for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
        for (
          let column = Math.max(0, Math.ceil(crossings[pair]));
          column < Math.min(size, crossings[pair + 1]);
          column += 1
        ) {
          count[row * size + column] += 1;
          last[row * size + column] = Number(code);
        }
      }
    }
  });
  return { count, last };
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function png(size, colourAt) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (3 * size + 1));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1)
      rows.set(colourAt(row * size + column), row * (3 * size + 1) + 1 + 3 * column);
  }
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The window that ours covers wholly and the other cuts worst. */
function worstWindow(theirs, ours) {
  const [a, b] = [theirs, ours].map((polygons) => rasterOf(polygons, 0, 0, EXTENT / 4, 1 / 4).count);
  const side = EXTENT / 4;
  let best = { cracks: -1, left: 0, top: 0 };
  for (let top = 0; top + WINDOW <= EXTENT; top += WINDOW / 4) {
    for (let left = 0; left + WINDOW <= EXTENT; left += WINDOW / 4) {
      let [cracks, bare] = [0, 0];
      for (let row = Math.floor(top / 4); row < (top + WINDOW) / 4; row += 1) {
        for (let column = Math.floor(left / 4); column < (left + WINDOW) / 4; column += 1) {
          cracks += a[row * side + column] === 1 ? 0 : 1;
          bare += b[row * side + column] === 0 ? 1 : 0;
        }
      }
      if (bare === 0 && cracks > best.cracks) best = { cracks, left, top };
    }
  }
  return best;
}

const { units } = await profileCommunes();
const { z, x, y } = PLACE;
const definition = { ...layerDefinition('communes'), zoom: { min: 0, max: 14 }, label: null };
const features = units.map(({ code, geometry }) => ({
  layer: 'communes',
  id: code,
  geometry,
  properties: { code },
  validity: { from: null, to: null },
}));
const ours = polygonsOf(buildTileSource(definition, features).tile(z, x, y));
const index = new GeoJSONVT(
  {
    type: 'FeatureCollection',
    features: units.map(({ code, geometry }) => ({ type: 'Feature', properties: { code }, geometry })),
  },
  { maxZoom: 14, extent: EXTENT, buffer: 64 },
);
const theirs = polygonsOf(vtpbf.fromGeojsonVt({ communes: index.getTile(z, x, y) }, { version: 2 }));
const { left, top } = worstWindow(theirs, ours);
for (const [name, polygons] of [
  ['tiles-geojson-vt', theirs],
  ['tiles-giapranh', ours],
]) {
  const size = WINDOW * SCALE;
  const { count, last } = rasterOf(polygons, left, top, size, SCALE);
  const colourAt = (at) => (count[at] === 0 ? CRACK : count[at] > 1 ? TWICE : FILLS[last[at] % FILLS.length]);
  writeFileSync(new URL(`../../../docs/images/${name}.png`, import.meta.url), png(size, colourAt));
  const share = (of) => `${((100 * count.filter(of).length) / count.length).toFixed(2)} %`;
  process.stdout.write(`${name}: ${share((n) => n === 0)} bare, ${share((n) => n > 1)} covered twice\n`);
}
