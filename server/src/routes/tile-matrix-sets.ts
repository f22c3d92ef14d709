import { WORLD_WIDTH_m } from '@giapranh/tiles';
import { readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { PROBLEMS } from '../problems.js';
import { link, MEDIA, OGC_REL, WEB_MERCATOR_QUAD } from './links.js';

const DEEPEST = 24;
const TILE_PIXELS = 256;
/** OGC's standardised rendering pixel, metres. */
const PIXEL_m = 0.000_28;

function matrix(z: number): object {
  const cell_m = WORLD_WIDTH_m / TILE_PIXELS / 2 ** z;
  return {
    id: String(z),
    scaleDenominator: cell_m / PIXEL_m,
    cellSize: cell_m,
    pointOfOrigin: [-WORLD_WIDTH_m / 2, WORLD_WIDTH_m / 2],
    tileWidth: TILE_PIXELS,
    tileHeight: TILE_PIXELS,
    matrixWidth: 2 ** z,
    matrixHeight: 2 ** z,
  };
}

const QUAD = {
  id: 'WebMercatorQuad',
  title: 'Google Maps Compatible for the World',
  uri: WEB_MERCATOR_QUAD,
  crs: 'http://www.opengis.net/def/crs/EPSG/0/3857',
  wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
  tileMatrices: Array.from({ length: DEEPEST + 1 }, (_, z) => matrix(z)),
};

/** `GET /tileMatrixSets`. */
export function tileMatrixSets({ request, origin }: Ask): Reply {
  const parameters = readParameters(request, []);
  if (!parameters.ok) return problem(400, ...parameters.issues);
  const { id, title, uri } = QUAD;
  const self = link(`${origin}/tileMatrixSets/${id}`, 'self', MEDIA.json, title);
  return json({ tileMatrixSets: [{ id, title, uri, links: [self] }] });
}

/** `GET /tileMatrixSets/{id}`. */
export function tileMatrixSet({ request }: Ask): Reply {
  const parameters = readParameters(request, []);
  if (!parameters.ok) return problem(400, ...parameters.issues);
  return request.params['id'] === QUAD.id ? json(QUAD) : problem(404, PROBLEMS.noSuchPath);
}

export const TILE_MATRIX_SET = { id: QUAD.id, uri: QUAD.uri, crs: QUAD.crs, rel: `${OGC_REL}/tiling-scheme` };
