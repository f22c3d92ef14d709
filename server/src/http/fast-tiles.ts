import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type IsoDate, parseIsoDate } from '@giapranh/core';
import { namesItself } from '../access/identify.js';
import { readerOf } from '../access/reader.js';
import type { RouteName } from '../access/routes.js';
import { featureLayerList } from '../layer-lookup.js';
import type { Services } from '../services.js';
import { isInMatrix } from '../tiles/tile-address.js';
import { sendTile } from './send-tile.js';

const TILE = /^\/tiles\/([a-z,-]+)\/(\d{1,2})\/(\d{1,8})\/(\d{1,8})\.mvt(?:\?(.*))?$/;
const QUERY = /^(?:asOf=(\d{4}-\d{2}-\d{2}))?(?:&?v=([0-9a-f.-]+))?$/;

/** Without a duration: it takes some microseconds. */
const FROM_MEMORY: RouteName = 'GET /tiles/:layers/:z/:x/:y.mvt';

function readDayOrToday(text: string | undefined, today: () => IsoDate): IsoDate | undefined {
  return text === undefined ? today() : parseIsoDate(text);
}

/**
 * Tiles that are in memory are answered here, five times faster than through Express; everything else, and
 * whatever is not plainly such a tile, goes on to `next`.
 */
export function fastTiles(
  { tiles, metrics, today, config }: Services,
  next: RequestListener,
): RequestListener {
  const answerFromMemory = (request: IncomingMessage, response: ServerResponse): boolean => {
    // Who signs in is told apart by Express; here everyone is anonymous.
    if (request.method !== 'GET' || !config.publicRead || namesItself(request)) return false;
    const reader = readerOf(request);
    const [, list, z, x, y, query = ''] = TILE.exec(request.url ?? '') ?? [];
    const parameters = QUERY.exec(query);
    if (list === undefined || parameters === null) return false;
    const layers = featureLayerList(list, reader);
    const day = readDayOrToday(parameters[1], today);
    const position = { z: Number(z), x: Number(x), y: Number(y) };
    if (!layers.ok || day === undefined || !isInMatrix(position.z, position.x, position.y)) return false;
    const tile = tiles.cached({
      layers: layers.value.map(({ id }) => id),
      day,
      reader,
      ...position,
    });
    if (tile === undefined) return false;
    metrics.tilesFromMemory += 1;
    const sent = sendTile(request, response, tile, {
      isVersioned: parameters[2] === tiles.version(reader),
      reader,
    });
    const count = (status: number): void => metrics.countRequest({ route: FROM_MEMORY, status });
    if (typeof sent === 'number') count(sent);
    else void sent.then(count);
    return true;
  };
  return (request, response) => {
    if (!answerFromMemory(request, response)) next(request, response);
  };
}
