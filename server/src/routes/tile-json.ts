import { bboxUnion, EMPTY_BBOX, ok } from '@giapranh/core';
import { CREDIT_SEPARATOR } from '../attribution.js';
import { readDay, readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { featureLayerList } from '../layer-lookup.js';
import { statusOf } from '../problem.js';
import type { Services } from '../services.js';
import { FILTER_PARAMETERS, filterIn } from './tile-request.js';

/** As much of it as Web Mercator shows. */
const WORLD = [-180, -85, 180, 85];

/** `GET /tiles/{layer[,layer…]}.json`: TileJSON 3.0. Its tile addresses carry the version of the content. */
export function tileJson({ tiles, attributions, profile }: Services) {
  return ({ request, language, origin, reader }: Ask): Reply => {
    const layers = featureLayerList(String(request.params['layers']), reader);
    if (!layers.ok) return problem(404, ...layers.issues);
    const parameters = readParameters(request, ['asOf', ...FILTER_PARAMETERS]);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const day = parameters.value.get('asOf');
    const asOf = day === undefined ? ok(undefined) : readDay(day, 'asOf');
    if (!asOf.ok) return problem(400, ...asOf.issues);
    const filter = filterIn(parameters.value, layers.value);
    if (!filter.ok) return problem(statusOf(filter.issues[0], 400), ...filter.issues);
    const ids = layers.value.map(({ id }) => id);
    const sheets = ids.flatMap((id) => tiles.sheet(id, reader) ?? []);
    const boxes = sheets.flatMap(({ bounds }) => (bounds === null ? [] : [bounds]));
    const credits = ids.map((id) => attributions.get(id)?.[language] ?? '').filter((credit) => credit !== '');
    const query = new URLSearchParams({
      ...(asOf.value === undefined ? {} : { asOf: asOf.value }),
      ...(filter.value === undefined ? {} : { filter: filter.value.text }),
      v: tiles.version(reader),
    });
    return json({
      tilejson: '3.0.0',
      name: layers.value.map(({ title }) => title[language]).join(', '),
      description: profile.title[language],
      version: '1.0.0',
      attribution: [...new Set(credits.flatMap((credit) => credit.split(CREDIT_SEPARATOR)))].join(
        CREDIT_SEPARATOR,
      ),
      scheme: 'xyz',
      tiles: [`${origin}/tiles/${ids.join(',')}/{z}/{x}/{y}.mvt?${query}`],
      minzoom: Math.min(...layers.value.map(({ zoom }) => zoom.min)),
      maxzoom: Math.max(...layers.value.map(({ zoom }) => zoom.max)),
      bounds: boxes.length === 0 ? WORLD : boxes.reduce(bboxUnion, EMPTY_BBOX),
      vector_layers: sheets.flatMap(({ vectorLayers }) => vectorLayers[language]),
    });
  };
}
