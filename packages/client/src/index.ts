import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './api.js';

export type { paths } from './api.js';

/** A feature of a layer, by the layer's id: `LayerFeatureOf<'communes'>`. */
export type LayerFeatureOf<Layer extends keyof components['schemas']> = components['schemas'][Layer];

/**
 * A client of one server: `client.GET('/collections/communes/items', { params: { query: { limit: 10 } } })`, with the
 * types of the server's own API document. Answers are `{ data }` or `{ error }`, an RFC 9457 problem.
 */
export function giapranhClient(baseUrl: string, options: Omit<ClientOptions, 'baseUrl'> = {}): Client<paths> {
  return createClient<paths>({ ...options, baseUrl });
}
