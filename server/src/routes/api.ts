import { readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { openApiDocument } from '../openapi/document.js';
import type { Services } from '../services.js';
import { MEDIA } from './links.js';

/** `GET /api`. */
export function api({ profile, config }: Services) {
  return ({ request, language, origin }: Ask): Reply => {
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const accepts = request.headers.accept ?? '*/*';
    // GDAL 3.6 asks for OpenAPI 3.0 or JSON by name, and refuses what is called neither.
    const type = /openapi\+json/.test(accepts) && !/version=3\.1/.test(accepts) ? MEDIA.json : MEDIA.openapi;
    return json(openApiDocument(profile, language, origin, config.limits), type);
  };
}
