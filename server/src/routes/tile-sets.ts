import type { LayerDefinition } from '@giapranh/core';
import { toUnitSquare } from '@giapranh/tiles';
import { readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { featureLayer } from '../layer-lookup.js';
import type { Services } from '../services.js';
import { CRS84, type Link, link, MEDIA } from './links.js';
import { TILE_MATRIX_SET } from './tile-matrix-sets.js';

function tileSet(
  definition: LayerDefinition,
  { language, origin }: Ask,
  rel: string,
  more: readonly Link[],
): object {
  const base = `${origin}/collections/${definition.id}/tiles/${TILE_MATRIX_SET.id}`;
  return {
    title: definition.title[language],
    dataType: 'vector',
    crs: TILE_MATRIX_SET.crs,
    tileMatrixSetURI: TILE_MATRIX_SET.uri,
    links: [
      link(base, rel, MEDIA.json, definition.title[language]),
      link(
        `${origin}/tileMatrixSets/${TILE_MATRIX_SET.id}`,
        TILE_MATRIX_SET.rel,
        MEDIA.json,
        TILE_MATRIX_SET.id,
      ),
      ...more,
    ],
  };
}

function withLayer(ask: Ask, find: (definition: LayerDefinition) => Reply): Reply {
  const definition = featureLayer(String(ask.request.params['layer']), ask.reader);
  if (!definition.ok) return problem(404, ...definition.issues);
  const parameters = readParameters(ask.request, []);
  return parameters.ok ? find(definition.value) : problem(400, ...parameters.issues);
}

/** `GET /collections/{layer}/tiles`. */
export function tileSets(ask: Ask): Reply {
  return withLayer(ask, (definition) => json({ tilesets: [tileSet(definition, ask, 'self', [])] }));
}

/** `GET /collections/{layer}/tiles/WebMercatorQuad`: which tiles there are and what is in them. */
export function tileSetMetadata({ tiles }: Services) {
  return (ask: Ask): Reply =>
    withLayer(ask, (definition) => {
      const sheet = tiles.sheet(definition.id, ask.reader);
      const base = `${ask.origin}/collections/${definition.id}/tiles/${TILE_MATRIX_SET.id}`;
      const template: Link = {
        ...link(`${base}/{tileMatrix}/{tileRow}/{tileCol}`, 'item', MEDIA.mvt, 'MVT'),
        templated: true,
      };
      const { min, max } = definition.zoom;
      const bounds = sheet?.bounds ?? null;
      return json({
        ...tileSet(definition, ask, 'self', [template]),
        tileMatrixSetLimits: Array.from({ length: max - min + 1 }, (_, at) => limits(min + at, bounds)),
        ...(bounds === null
          ? {}
          : {
              boundingBox: {
                lowerLeft: [bounds[0], bounds[1]],
                upperRight: [bounds[2], bounds[3]],
                crs: CRS84,
              },
            }),
        layers: (sheet?.vectorLayers[ask.language] ?? []).map(({ id, description, minzoom, maxzoom }) => ({
          id,
          description,
          dataType: 'vector',
          minTileMatrix: String(minzoom),
          maxTileMatrix: String(maxzoom),
        })),
      });
    });
}

function limits(z: number, bounds: readonly [number, number, number, number] | null): object {
  const last = 2 ** z - 1;
  const at = (part: number): number => Math.max(0, Math.min(last, Math.floor(part * 2 ** z)));
  const [west, south, east, north] = bounds ?? [-180, -85, 180, 85];
  const [[left, top], [right, bottom]] = [toUnitSquare(west, north), toUnitSquare(east, south)];
  return {
    tileMatrix: String(z),
    minTileRow: at(top),
    maxTileRow: at(bottom),
    minTileCol: at(left),
    maxTileCol: at(right),
  };
}
