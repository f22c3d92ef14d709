// A program: `node our-pyramid.mjs IN.geojson OUT.pmtiles MAXZOOM`, what `giapranh tiles build` does with one layer of
// polygons; milliseconds of each step on stdout.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { layerDefinition } from '@giapranh/core';
import { centerOf, cutPyramid, pmtilesArchive, prepareLayers, vectorLayers } from '@giapranh/tiles';

const [from, to, maxZoom] = process.argv.slice(2);
const steps = {};
let last = performance.now();
const done = (step) => {
  steps[step] = Math.round(performance.now() - last);
  last = performance.now();
};

// Names as points are a layer of ours that the peers do not make.
const definition = { ...layerDefinition('communes'), zoom: { min: 0, max: 14 }, label: null };
const features = JSON.parse(readFileSync(from, 'utf8')).features.map(({ properties, geometry }) => ({
  layer: 'communes',
  id: properties.code,
  geometry,
  properties,
  validity: { from: null, to: null },
}));
done('read');
const layers = prepareLayers([{ definition, features }]);
done('prepare');
const tiles = Array.from(cutPyramid(layers, { minZoom: 0, maxZoom: Number(maxZoom) }));
done('cut and encode');
const packed = tiles.map(({ z, x, y, data }) => ({ z, x, y, data: gzipSync(data) }));
done('gzip');
const bounds = [102, 7, 118, 24];
const tileset = {
  name: 'communes',
  description: '',
  attribution: '',
  minZoom: 0,
  maxZoom: Number(maxZoom),
  bounds,
  center: centerOf(bounds),
  vectorLayers: vectorLayers(definition, 'vi', 'type'),
  extra: {},
};
writeFileSync(to, Buffer.concat(pmtilesArchive(packed, tileset, gzipSync).parts));
done('write');
process.stdout.write(JSON.stringify(steps));
