import { readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { openApiDocument } from '../openapi/document.js';
import type { Services } from '../services.js';
import { MEDIA } from './links.js';

/** `GET /api`. */
export function api({ profile }: Services) {
  return ({ request, language, origin }: Ask): Reply => {
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    return json(openApiDocument(profile, language, origin), MEDIA.openapi);
  };
}
