import { randomUUID } from 'node:crypto';
import {
  type GeometryKernel,
  type LayerDefinition,
  type LayerFeature,
  loadGeometryKernel,
  type Result,
} from '@giapranh/core';
import type { FeatureEdit, StoredFeature } from '@giapranh/store';
import { type Reader, readsAll, sightOf } from '../access/reader.js';
import { readCrs } from '../crs/offered-crs.js';
import { readParameters } from '../http/parameters.js';
import { type Ask, problem, type Reply } from '../http/reply.js';
import { featureLayer, takesEdits } from '../layer-lookup.js';
import { statusOf } from '../problem.js';
import { PROBLEMS } from '../problems.js';
import type { Services } from '../services.js';
import { type BodyContext, readFeatureBody, readPatchBody } from './edit-body.js';
import { featureETag, readIfMatch } from './feature-etag.js';
import { readableFeature } from './items.js';
import { MEDIA } from './links.js';

interface Writing extends BodyContext {
  readonly services: Services;
  readonly ask: Ask;
}

type Write = (writing: Writing) => Promise<Reply>;

/** Whether the layer takes edits, and what the body's coordinates are in. */
function writing(services: Services, write: Write) {
  return async (ask: Ask): Promise<Reply> => {
    const { request, reader } = ask;
    const found = featureLayer(String(request.params['layer']), reader);
    if (!found.ok) return problem(404, ...found.issues);
    if (!takesEdits(found.value)) {
      return { ...problem(405, PROBLEMS.methodNotAllowed), headers: { Allow: 'GET, HEAD, OPTIONS' } };
    }
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const crs = readCrs(
      /^<(.+)>$/.exec(request.get('content-crs') ?? '')?.[1],
      'Content-Crs',
      services.profile,
    );
    if (!crs.ok) return problem(400, ...crs.issues);
    const kernel: GeometryKernel = await loadGeometryKernel();
    return write({ services, ask, layer: found.value, crs: crs.value, kernel });
  };
}

function refused(issues: Parameters<typeof problem>[1][]): Reply {
  const [first, ...rest] = issues;
  if (first === undefined) throw new Error('refused without an issue');
  return problem(statusOf(first, 500), first, ...rest);
}

/** How the writer was let in, and the document the record itself names. */
function authorityOf({ authority }: Reader, edit: FeatureEdit): string | null {
  const named = edit.op === 'delete' ? null : edit.feature.properties['document'];
  const parts = [authority, typeof named === 'string' && named !== '' ? named : undefined];
  return parts.filter((part) => part !== undefined).join('; ') || null;
}

/** Whether the writer may leave such a feature behind: what they could not read, they may not write. */
function isInReach({ reader }: Ask, layer: LayerDefinition, feature: LayerFeature): boolean {
  const unit = feature.properties['unit_code'];
  const mark = { secrecy: feature.secrecy ?? layer.secrecy, unit: typeof unit === 'string' ? unit : null };
  const { secrecy, units } = sightOf(reader);
  return (
    secrecy.includes(mark.secrecy) && (units === null || (mark.unit !== null && units.includes(mark.unit)))
  );
}

async function apply(
  { services, ask, layer }: Writing,
  edit: FeatureEdit,
): Promise<Result<{ readonly revision: number }>> {
  const author = {
    who: ask.reader.id,
    authority: authorityOf(ask.reader, edit),
    at: new Date().toISOString(),
  };
  const done = await services.store.applyEdits(layer.id, [edit], { author });
  return done.ok
    ? { ...done, value: { revision: done.value.edited[0]?.revision ?? done.value.revision } }
    : done;
}

function itemUrl({ ask, layer }: Writing, id: string): string {
  return `${ask.origin}/collections/${layer.id}/items/${encodeURIComponent(id)}`;
}

/** `POST /collections/{layer}/items`: a new feature; 201 with its address. */
export const createItem = (services: Services) =>
  writing(services, async (context) => {
    // Whoever reads everything may name the id: to others a name already taken would tell of what they may not see.
    const own = readsAll(context.ask.reader) ? undefined : randomUUID();
    const read = readFeatureBody(context.ask.request.body, own, randomUUID, context);
    if (!read.ok) return problem(422, ...read.issues);
    if (!isInReach(context.ask, context.layer, read.value)) return problem(403, PROBLEMS.outOfReach);
    const done = await apply(context, { op: 'insert', feature: read.value });
    if (!done.ok) return refused([...done.issues]);
    const location = itemUrl(context, read.value.id);
    const ETag = featureETag(context.services.seal, context.layer.id, read.value.id, done.value.revision);
    const headers = { Location: location, ETag };
    return { kind: 'json', status: 201, body: { id: read.value.id, href: location }, headers };
  });

/** The revision the client saw, which must still be the one stored. */
async function guarded(
  context: Writing,
  write: (id: string, stored: StoredFeature) => Promise<Reply>,
): Promise<Reply> {
  const { services, ask, layer } = context;
  const id = String(ask.request.params['id']);
  const header = ask.request.get('if-match');
  if (header === undefined) return problem(428, PROBLEMS.needsIfMatch);
  const match = readIfMatch(header);
  const stored = await readableFeature(services, ask, layer, id);
  if (stored === undefined) return problem(404, PROBLEMS.noSuchFeature(layer.id, id));
  if (!isInReach(ask, layer, stored)) return problem(403, PROBLEMS.outOfReach);
  const tag = featureETag(services.seal, layer.id, id, stored.revision);
  if (match !== 'any' && !match.includes(tag)) return problem(412, PROBLEMS.stale);
  return write(id, stored);
}

async function replace(
  context: Writing,
  { revision: expected }: StoredFeature,
  read: ReturnType<typeof readFeatureBody>,
) {
  if (!read.ok) return problem(422, ...read.issues);
  if (!isInReach(context.ask, context.layer, read.value)) return problem(403, PROBLEMS.outOfReach);
  const done = await apply(context, { op: 'replace', feature: read.value, expected });
  if (!done.ok) return refused([...done.issues]);
  const { services, layer } = context;
  const headers = { ETag: featureETag(services.seal, layer.id, read.value.id, done.value.revision) };
  return { kind: 'json', status: 204, body: null, headers, type: MEDIA.geojson } as const;
}

/** `PUT …/items/{id}`: the whole feature anew. */
export const replaceItem = (services: Services) =>
  writing(services, (context) =>
    guarded(context, (id, stored) =>
      replace(context, stored, readFeatureBody(context.ask.request.body, id, randomUUID, context, stored)),
    ),
  );

/** `PATCH …/items/{id}`: only what the merge patch names. */
export const updateItem = (services: Services) =>
  writing(services, (context) =>
    guarded(context, (_id, stored) =>
      replace(context, stored, readPatchBody(context.ask.request.body, stored, context)),
    ),
  );

/** `DELETE …/items/{id}`. */
export const deleteItem = (services: Services) =>
  writing(services, (context) =>
    guarded(context, async (id, stored) => {
      const done = await apply(context, { op: 'delete', id, expected: stored.revision });
      return done.ok ? { kind: 'json', status: 204, body: null } : refused([...done.issues]);
    }),
  );
