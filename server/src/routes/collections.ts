import { offeredCrs } from '../crs/offered-crs.js';
import { readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { featureLayer, featureLayers } from '../layer-lookup.js';
import type { Services } from '../services.js';
import { collectionDocument } from './collection-document.js';
import { link, MEDIA } from './links.js';

/** `GET /collections`. */
export function collections(services: Services) {
  return async ({ request, language, origin, reader }: Ask): Promise<Reply> => {
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const { layers } = await services.store.info();
    return json({
      links: [link(`${origin}/collections`, 'self', MEDIA.json, 'Collections')],
      crs: offeredCrs(services.profile),
      collections: featureLayers(reader).map((definition) =>
        collectionDocument(
          definition,
          layers.find(({ layer }) => layer === definition.id),
          services,
          language,
          origin,
        ),
      ),
    });
  };
}

/** `GET /collections/{layer}`. */
export function collection(services: Services) {
  return async ({ request, language, origin, reader }: Ask): Promise<Reply> => {
    const definition = featureLayer(String(request.params['layer']), reader);
    if (!definition.ok) return problem(404, ...definition.issues);
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const { layers } = await services.store.info();
    const summary = layers.find(({ layer }) => layer === definition.value.id);
    return json(collectionDocument(definition.value, summary, services, language, origin));
  };
}
