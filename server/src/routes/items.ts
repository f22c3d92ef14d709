import { type LayerFeature, toGeoJson } from '@giapranh/core';
import type { FeaturePage } from '@giapranh/store';
import type { Request } from 'express';
import { readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { publishedLayer } from '../layer-lookup.js';
import { PROBLEMS } from '../problem.js';
import type { Services } from '../services.js';
import { readItemQuery } from './item-query.js';
import { type Link, link, MEDIA } from './links.js';

/** The same question for another page: every parameter is kept as it was written. */
function pageUrl(request: Request, origin: string, limit: number, offset: number): string {
  const url = new URL(request.originalUrl, origin);
  url.searchParams.set('limit', String(limit));
  if (offset === 0) url.searchParams.delete('offset');
  else url.searchParams.set('offset', String(offset));
  return url.href;
}

function pageLinks(ask: Ask, layer: string, page: FeaturePage, limit: number, offset: number): Link[] {
  const { request, origin } = ask;
  const to = (rel: string, at: number): Link =>
    link(pageUrl(request, origin, limit, at), rel, MEDIA.geojson, rel);
  return [
    link(new URL(request.originalUrl, origin).href, 'self', MEDIA.geojson, 'self'),
    link(`${origin}/collections/${layer}`, 'collection', MEDIA.json, layer),
    ...(offset + page.features.length < page.numberMatched && page.features.length > 0
      ? [to('next', offset + limit)]
      : []),
    ...(offset > 0 ? [to('prev', Math.max(0, offset - limit))] : []),
  ];
}

/** The collection's members first, its features one a line: a page of large polygons is never one text. */
function* featureCollection(head: object, features: readonly LayerFeature[]): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"features":[`;
  for (const [at, feature] of features.entries()) {
    yield `${at === 0 ? '\n' : ',\n'}${JSON.stringify(toGeoJson(feature))}`;
  }
  yield '\n]}\n';
}

/** `GET /collections/{layer}/items`: what is in force on a day, today when none is named. */
export function items({ store, tiles, today }: Services) {
  return async (ask: Ask): Promise<Reply> => {
    const definition = publishedLayer(String(ask.request.params['layer']));
    if (!definition.ok) return problem(404, ...definition.issues);
    const asked = readItemQuery(ask.request, definition.value, today());
    if (!asked.ok) return problem(400, ...asked.issues);
    const { period, ...query } = asked.value;
    const page = await store.query({ ...query, during: period });
    const head = {
      type: 'FeatureCollection',
      timeStamp: new Date().toISOString(),
      ...(period.first === period.last && period.first !== null ? { asOf: period.first } : {}),
      numberMatched: page.numberMatched,
      numberReturned: page.features.length,
      links: pageLinks(ask, query.layer, page, query.limit, query.offset),
    };
    // The address says the rest; a day that is not in it is today's.
    const etag = `W/"${tiles.version}-${period.first ?? ''}-${period.last ?? ''}"`;
    return { kind: 'stream', chunks: featureCollection(head, page.features), type: MEDIA.geojson, etag };
  };
}

/** `GET /collections/{layer}/items/{id}`: of any day, since an id names its vintage. */
export function item({ store }: Services) {
  return async ({ request, origin }: Ask): Promise<Reply> => {
    const definition = publishedLayer(String(request.params['layer']));
    if (!definition.ok) return problem(404, ...definition.issues);
    const parameters = readParameters(request, [], ['json', 'geojson']);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const layer = definition.value.id;
    const id = String(request.params['id']);
    const feature = await store.get(layer, id);
    if (feature === undefined) return problem(404, PROBLEMS.noSuchFeature(layer, id));
    const self = `${origin}/collections/${layer}/items/${encodeURIComponent(id)}`;
    const links = [
      link(self, 'self', MEDIA.geojson, id),
      link(`${origin}/collections/${layer}`, 'collection', MEDIA.json, layer),
    ];
    return json({ ...toGeoJson(feature), links }, MEDIA.geojson);
  };
}
