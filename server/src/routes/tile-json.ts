import { CREDIT_SEPARATOR } from '../attribution.js';
import { readDay, readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { publishedLayers } from '../layer-lookup.js';
import type { Services } from '../services.js';

type Bounds = readonly [number, number, number, number];

function union(boxes: readonly Bounds[]): Bounds | undefined {
  return boxes.length === 0
    ? undefined
    : [
        Math.min(...boxes.map(([west]) => west)),
        Math.min(...boxes.map(([, south]) => south)),
        Math.max(...boxes.map(([, , east]) => east)),
        Math.max(...boxes.map(([, , , north]) => north)),
      ];
}

/** `GET /tiles/{layer[,layer…]}.json`: TileJSON 3.0. Its tile addresses carry the version of the content. */
export function tileJson({ tiles, attributions, profile }: Services) {
  return ({ request, language, origin }: Ask): Reply => {
    const layers = publishedLayers(String(request.params['layers']));
    if (!layers.ok) return problem(404, ...layers.issues);
    const parameters = readParameters(request, ['asOf']);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const asOf = parameters.value.get('asOf');
    const day = asOf === undefined ? undefined : readDay(asOf, 'asOf');
    if (day?.ok === false) return problem(400, ...day.issues);
    const ids = layers.value.map(({ id }) => id);
    const sheets = ids.flatMap((id) => tiles.sheet(id) ?? []);
    const credits = ids.map((id) => attributions.get(id)?.[language] ?? '').filter((credit) => credit !== '');
    const query = new URLSearchParams({ ...(asOf === undefined ? {} : { asOf }), v: tiles.version });
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
      bounds: union(sheets.flatMap(({ bounds }) => (bounds === null ? [] : [bounds]))) ?? [
        -180, -85, 180, 85,
      ],
      vector_layers: sheets.flatMap(({ vectorLayers }) => vectorLayers[language]),
    });
  };
}
