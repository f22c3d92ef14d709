import { offeredCrs } from '../crs/offered-crs.js';
import { readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { featureLayer, featureLayers } from '../layer-lookup.js';
import type { Services } from '../services.js';
import { collectionDocument } from './collection-document.js';
import { link, MEDIA } from './links.js';

/** `GET /collections`. */
export function collections(services: Services) {
  return ({ request, language, origin, reader }: Ask): Reply => {
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    return json({
      links: [link(`${origin}/collections`, 'self', MEDIA.json, 'Collections')],
      crs: offeredCrs(services.profile),
      collections: featureLayers(reader).map((definition) =>
        collectionDocument(definition, reader, services, language, origin),
      ),
    });
  };
}

/** `GET /collections/{layer}`. */
export function collection(services: Services) {
  return ({ request, language, origin, reader }: Ask): Reply => {
    const definition = featureLayer(String(request.params['layer']), reader);
    if (!definition.ok) return problem(404, ...definition.issues);
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    return json(collectionDocument(definition.value, reader, services, language, origin));
  };
}
