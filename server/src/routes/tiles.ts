import type { LayerDefinition, Result } from '@giapranh/core';
import type { Request, RequestHandler } from 'express';
import { readerOf } from '../access/reader.js';
import { sendTile } from '../http/send-tile.js';
import { languageOf } from '../language.js';
import { featureLayer, featureLayerList } from '../layer-lookup.js';
import { leaveGate } from '../limits/limited.js';
import { sendProblem, statusOf } from '../problem.js';
import type { Services } from '../services.js';
import { checkDepth, readTileParameters, readTilePosition } from './tile-request.js';

interface Names {
  readonly layers: Result<readonly LayerDefinition[]>;
  readonly z: string;
  readonly x: string;
  readonly y: string;
}

function tileRoute(
  services: Services,
  formats: readonly string[],
  read: (request: Request) => Names,
): RequestHandler {
  return async (request, response) => {
    const { layers, z, x, y } = read(request);
    const language = languageOf(request);
    if (!layers.ok) return sendProblem(response, 404, layers.issues, language);
    const position = readTilePosition(z, x, y);
    if (!position.ok) return sendProblem(response, 404, position.issues, language);
    const depth = checkDepth(position.value.z, layers.value);
    if (!depth.ok) return sendProblem(response, 404, depth.issues, language);
    const parameters = readTileParameters(request, layers.value, services.today(), formats);
    if (!parameters.ok) {
      return sendProblem(response, statusOf(parameters.issues[0], 400), parameters.issues, language);
    }
    const { asOf, filter, version } = parameters.value;
    const reader = readerOf(request);
    const tile = await services.tiles.tile({
      layers: layers.value.map(({ id }) => id),
      day: asOf,
      reader,
      ...(filter === undefined ? {} : { filter }),
      ...position.value,
    });
    leaveGate(request);
    if (response.headersSent) return;
    // As the answers from memory: nobody can tell from the headers whether a tile was cut anew.
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    await sendTile(request, response, tile, {
      isVersioned: version === services.tiles.version(reader),
      reader,
    });
  };
}

/** `GET /tiles/{layer[,layer…]}/{z}/{x}/{y}.mvt`. */
export function xyzTile(services: Services): RequestHandler {
  return tileRoute(services, [], (request) => ({
    layers: featureLayerList(String(request.params['layers']), readerOf(request)),
    z: String(request.params['z']),
    x: String(request.params['x']),
    y: String(request.params['y']),
  }));
}

/** `GET /collections/{layer}/tiles/WebMercatorQuad/{z}/{row}/{col}`: row before column. */
export function ogcTile(services: Services): RequestHandler {
  return tileRoute(services, ['mvt'], (request) => {
    const { params } = request;
    const layer = featureLayer(String(params['layer']), readerOf(request));
    return {
      layers: layer.ok ? { ...layer, value: [layer.value] } : layer,
      z: String(params['z']),
      x: String(params['col']),
      y: String(params['row']),
    };
  });
}
