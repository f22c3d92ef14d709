// One tile that nobody asked for before.
import { bboxOf, bboxUnion, EMPTY_BBOX, layerDefinition } from '@giapranh/core';
import { buildTileSource } from '@giapranh/tiles';
import GeoJSONVT from 'geojson-vt';
import vtpbf from 'vt-pbf';
import { allCommunes } from '../data/communes.mjs';
import { seeded } from '../data/made-sites.mjs';
import { sideBySide } from '../harness/rounds.mjs';
import { addresses } from './files.mjs';

const ROUNDS = 3;
/** Tiles asked for in a round, by zoom: no round asks for a tile of another. */
const ASKED = { 6: 1, 8: 4, 10: 12, 12: 24, 14: 24 };

/** Tiles with something in them, in a seeded order. */
function chosen(source, box, z, count) {
  const all = [...addresses(box, z)];
  const random = seeded(z);
  const found = [];
  while (found.length < count && all.length > 0) {
    const [place] = all.splice(Math.floor(random() * all.length), 1);
    if (source.tile(place.z, place.x, place.y) !== undefined) found.push(place);
  }
  return found;
}

const QUERY = `
  SELECT ST_AsMVT(t, 'communes', 4096, 'geom', 'id') FROM (
    SELECT id, code, ST_AsMVTGeom(geom, ST_TileEnvelope($1, $2, $3), 4096, 64, true) AS geom FROM mercator
    WHERE geom && ST_TileEnvelope($1, $2, $3, margin => 64.0 / 4096)) t WHERE geom IS NOT NULL`;

export async function cold({ postgis }) {
  const { units, data } = await allCommunes();
  const definition = { ...layerDefinition('communes'), zoom: { min: 0, max: 14 }, label: null };
  const features = units.map(({ code, name, geometry }) => ({
    layer: 'communes',
    id: code,
    geometry,
    properties: { code, name },
    validity: { from: null, to: null },
  }));
  const source = buildTileSource(definition, features);
  const box = units.reduce((sum, { geometry }) => bboxUnion(sum, bboxOf(geometry)), EMPTY_BBOX);
  const index = new GeoJSONVT(
    {
      type: 'FeatureCollection',
      features: units.map(({ code, name, geometry }) => ({
        type: 'Feature',
        properties: { code, name },
        geometry,
      })),
    },
    { maxZoom: 14, extent: 4096, buffer: 64 },
  );
  if (postgis !== undefined) {
    await postgis.load('communes', units);
    await postgis.rows('DROP TABLE IF EXISTS mercator');
    await postgis.rows(
      'CREATE TABLE mercator AS SELECT id, code, ST_Transform(geom, 3857) AS geom FROM communes',
    );
    await postgis.index('mercator');
  }
  const rows = [];
  for (const [zoom, count] of Object.entries(ASKED)) {
    const z = Number(zoom);
    const places = chosen(source, box, z, count * (ROUNDS + 1));
    const each = Math.floor(places.length / (ROUNDS + 1));
    const mean = (cut) => {
      let round = 0;
      return async () => {
        const asked = places.slice(round * each, (round + 1) * each);
        round += 1;
        const started = performance.now();
        let bytes = 0;
        for (const place of asked) bytes += await cut(place);
        return {
          ms: (performance.now() - started) / asked.length,
          facts: [`${Math.round(bytes / asked.length)} bytes`],
        };
      };
    };
    rows.push(
      ...(await sideBySide({
        work: `cold tile, z${z}`,
        data,
        rounds: ROUNDS,
        subjects: [
          { name: 'giapranh', run: mean(({ x, y }) => source.tile(z, x, y)?.length ?? 0) },
          {
            name: 'geojson-vt + vt-pbf',
            run: mean(({ x, y }) => {
              const tile = index.getTile(z, x, y);
              return tile === null ? 0 : vtpbf.fromGeojsonVt({ communes: tile }, { version: 2 }).length;
            }),
          },
          {
            name: 'PostGIS ST_AsMVT',
            run: postgis && mean(async ({ x, y }) => (await postgis.rows(QUERY, [z, x, y]))[0][0].length),
          },
        ],
      })),
    );
  }
  return rows;
}
