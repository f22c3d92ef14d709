import { createHash } from 'node:crypto';
import { type LayerDefinition, ok, type Result, toGeoJson } from '@giapranh/core';
import type { FeatureQuery, StoredFeature, TextPage } from '@giapranh/store';
import type { Request } from 'express';
import type { Feature } from 'geojson';
import { readableBy } from '../access/reader.js';
import { type AskedCrs, readCrs } from '../crs/offered-crs.js';
import { readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { featureLayer } from '../layer-lookup.js';
import { statusOf } from '../problem.js';
import { PROBLEMS } from '../problems.js';
import type { Services } from '../services.js';
import { featureETag } from './feature-etag.js';
import { type ItemQuery, readItemQuery } from './item-query.js';
import { type Link, link, MEDIA } from './links.js';

/** The same question for another page: every parameter is kept as it was written. */
function pageUrl(request: Request, origin: string, limit: number, offset: number, after?: string): string {
  const url = new URL(request.originalUrl, origin);
  url.searchParams.set('limit', String(limit));
  url.searchParams.delete('after');
  if (offset === 0) url.searchParams.delete('offset');
  else url.searchParams.set('offset', String(offset));
  if (after !== undefined) url.searchParams.set('after', after);
  return url.href;
}

/** `next` begins after the last feature of this page, which costs the same however deep; `offset` tells where that is. */
function pageLinks(ask: Ask, { layer, limit, offset }: FeatureQuery, { next }: TextPage): Link[] {
  const { request, origin } = ask;
  const to = (rel: string, first: number, after?: string): Link =>
    link(pageUrl(request, origin, limit, first, after), rel, MEDIA.geojson, rel);
  return [
    link(new URL(request.originalUrl, origin).href, 'self', MEDIA.geojson, 'self'),
    link(`${origin}/collections/${layer}`, 'collection', MEDIA.json, layer),
    ...(next === null ? [] : [to('next', offset + limit, next)]),
    ...(offset > 0 ? [to('prev', Math.max(0, offset - limit))] : []),
  ];
}

/** The collection's members first, its features one a line. */
function* featureCollection(
  head: object,
  features: Iterable<string | Uint8Array>,
): Generator<string | Uint8Array> {
  yield `${JSON.stringify(head).slice(0, -1)},"features":[\n`;
  yield* features;
  yield '\n]}\n';
}

/** Of what the page holds: another page, or another state of one of its features, is another tag. */
function pageETag({ state, numberMatched }: TextPage, address: string, day: string): string {
  const hash = createHash('sha256').update(`${address}\n${day}\n${numberMatched}\n${state}`);
  return `W/"${hash.digest('base64url').slice(0, 22)}"`;
}

function featuresOf({ text }: TextPage): readonly Feature[] {
  return JSON.parse(`[${Buffer.concat(text).toString('utf8')}]`);
}

/** The features in a system that is not the stored one. Issues: `coordinate-*`, for a place it does not reach. */
function inCrs(page: TextPage, crs: AskedCrs): Result<readonly Feature[]> {
  const moved: Feature[] = [];
  for (const feature of featuresOf(page)) {
    const geometry = crs.fromStored(feature.geometry);
    if (!geometry.ok) return geometry;
    moved.push({ ...feature, geometry: geometry.value });
  }
  return ok(moved);
}

function* texts(features: readonly Feature[]): Generator<string> {
  for (const [at, feature] of features.entries()) yield `${at === 0 ? '' : ',\n'}${JSON.stringify(feature)}`;
}

function pageReply(ask: Ask, { query, period, crs }: ItemQuery, page: TextPage): Reply {
  const moved = crs.isStored ? undefined : inCrs(page, crs);
  if (moved?.ok === false) return problem(400, ...moved.issues);
  const head = {
    type: 'FeatureCollection',
    timeStamp: new Date().toISOString(),
    ...(period.first === period.last && period.first !== null ? { asOf: period.first } : {}),
    numberMatched: page.numberMatched,
    numberReturned: page.numberReturned,
    links: [...pageLinks(ask, query, page), link(pageOf(ask), 'alternate', MEDIA.html, 'HTML')],
  };
  return {
    kind: 'stream',
    chunks: featureCollection(head, moved === undefined ? page.text : texts(moved.value)),
    type: MEDIA.geojson,
    etag: pageETag(page, ask.request.originalUrl, `${period.first}/${period.last}`),
    headers: { 'Content-Crs': `<${crs.uri}>` },
    whole: () => ({ ...head, features: moved?.value ?? featuresOf(page) }),
  };
}

function pageOf({ request, origin }: Ask): string {
  const url = new URL(request.originalUrl, origin);
  url.searchParams.set('f', 'html');
  return url.href;
}

/** `GET /collections/{layer}/items`: what is in force on a day, today when none is named. */
export function items(services: Services) {
  return async (ask: Ask): Promise<Reply> => {
    const definition = featureLayer(String(ask.request.params['layer']), ask.reader);
    if (!definition.ok) return problem(404, ...definition.issues);
    const asked = await readItemQuery(ask.request, definition.value, services);
    if (!asked.ok) return problem(statusOf(asked.issues[0], 400), ...asked.issues);
    const { query, period } = asked.value;
    const { store, counts } = services;
    const page = await counts.page((whole) => store.textPage(whole), {
      ...query,
      ...readableBy(ask.reader),
      during: period,
    });
    return pageReply(ask, asked.value, page);
  };
}

/** A feature that the reader may see, by its id. */
export async function readableFeature(
  { store }: Services,
  { reader }: Ask,
  definition: LayerDefinition,
  id: string,
): Promise<StoredFeature | undefined> {
  return store.get(definition.id, id, readableBy(reader));
}

/** `GET /collections/{layer}/items/{id}`: of any day, since an id names its vintage. */
export function item(services: Services) {
  return async (ask: Ask): Promise<Reply> => {
    const { request, origin } = ask;
    const definition = featureLayer(String(request.params['layer']), ask.reader);
    if (!definition.ok) return problem(404, ...definition.issues);
    const parameters = readParameters(request, ['crs'], ['json', 'geojson', 'html']);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const crs = readCrs(parameters.value.get('crs'), 'crs', services.profile);
    if (!crs.ok) return problem(400, ...crs.issues);
    const layer = definition.value.id;
    const id = String(request.params['id']);
    const feature = await readableFeature(services, ask, definition.value, id);
    if (feature === undefined) return problem(404, PROBLEMS.noSuchFeature(layer, id));
    const geometry = crs.value.fromStored(feature.geometry);
    if (!geometry.ok) return problem(400, ...geometry.issues);
    const self = `${origin}/collections/${layer}/items/${encodeURIComponent(id)}`;
    const links = [
      link(self, 'self', MEDIA.geojson, id),
      link(`${origin}/collections/${layer}`, 'collection', MEDIA.json, layer),
    ];
    const body = { ...toGeoJson({ ...feature, geometry: geometry.value }), links };
    const headers = {
      'Content-Crs': `<${crs.value.uri}>`,
      ETag: featureETag(services.seal, layer, id, feature.revision),
    };
    return { ...json(body, MEDIA.geojson), headers };
  };
}
