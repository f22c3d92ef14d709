import {
  err,
  type GeometryKernel,
  type Issue,
  type IssuePath,
  issue,
  issueAt,
  type LayerDefinition,
  type LayerFeature,
  ok,
  okUnless,
  type PropertyValue,
  parseIsoDate,
  type Result,
  type Secrecy,
  validateGeometry,
} from '@giapranh/core';
import type { Geometry } from 'geojson';
import type { z } from 'zod';
import type { AskedCrs } from '../crs/offered-crs.js';
import { featurePatchSchema, featureSchema } from '../schema/feature-schema.js';

function schemaIssues(error: z.ZodError): [Issue, ...Issue[]] {
  const [first, ...rest] = error.issues.map((fault) => {
    const path: IssuePath = fault.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    return bodyIssue(path, fault.message);
  });
  if (first === undefined) throw new Error('a schema failed without an issue');
  return [first, ...rest];
}

function bodyIssue(path: IssuePath, message: string): Issue {
  const where = path.join('/');
  return issue(
    'server-body-schema',
    path,
    `Nội dung gửi lên không đúng lược đồ, tại ${where}: ${message}`,
    `The body does not follow its schema at ${where}: ${message}`,
  );
}

/** In CRS84 and valid. */
function soundGeometry(given: Geometry, crs: AskedCrs, kernel: GeometryKernel): Result<Geometry> {
  const stored = crs.toStored(given);
  const checked = stored.ok ? validateGeometry(kernel, stored.value) : stored;
  if (checked.ok) return checked;
  const [first, ...rest] = checked.issues.map((fault) => issueAt(['geometry'], fault));
  return first === undefined ? checked : err(first, ...rest);
}

type Members = Readonly<Record<string, unknown>>;

function propertyValue(value: unknown): PropertyValue {
  return value === undefined ? null : (value as PropertyValue);
}

function dayIn(members: Members, name: string) {
  const value = members[name];
  return typeof value === 'string' ? (parseIsoDate(value) ?? null) : null;
}

function featureOf(
  layer: LayerDefinition,
  id: string,
  geometry: Geometry,
  members: Members,
  secrecy: Secrecy | undefined,
): Result<LayerFeature> {
  const [from, to] = [dayIn(members, 'valid_from'), dayIn(members, 'valid_to')];
  const backwards = from !== null && to !== null && from >= to;
  const properties = Object.fromEntries(
    layer.properties.map(({ name }) => [name, propertyValue(members[name])] as const),
  );
  return okUnless(
    backwards ? [bodyIssue(['properties', 'valid_to'], 'valid_to must be after valid_from')] : [],
    {
      ...{ layer: layer.id, id, geometry, properties, validity: { from, to } },
      ...(secrecy === undefined ? {} : { secrecy }),
    },
  );
}

/** What a request's feature is held to, beside its schema. */
export interface BodyContext {
  readonly layer: LayerDefinition;
  readonly crs: AskedCrs;
  readonly kernel: GeometryKernel;
}

/**
 * A whole feature of a request; `id` wins over the body's own. One that does not say its level of secrecy keeps what
 * `stored` had. Issues: `server-body-schema` with the path in the body,
 * `geometry-*`, `coordinate-*`.
 */
export function readFeatureBody(
  body: unknown,
  id: string | undefined,
  newId: () => string,
  { layer, crs, kernel }: BodyContext,
  stored?: LayerFeature,
): Result<LayerFeature> {
  const read = featureSchema(layer).safeParse(body);
  if (!read.success) return err(...schemaIssues(read.error));
  const geometry = soundGeometry(read.data.geometry, crs, kernel);
  if (!geometry.ok) return geometry;
  return featureOf(
    layer,
    id ?? read.data.id ?? newId(),
    geometry.value,
    read.data.properties,
    read.data.secrecy ?? stored?.secrecy,
  );
}

/** The stored feature with what a merge patch (RFC 7396) changes. Issues: as `readFeatureBody`. */
export function readPatchBody(
  body: unknown,
  stored: LayerFeature,
  { layer, crs, kernel }: BodyContext,
): Result<LayerFeature> {
  const read = featurePatchSchema(layer).safeParse(body);
  if (!read.success) return err(...schemaIssues(read.error));
  const { geometry: given, properties = {} } = read.data;
  const geometry = given === undefined ? ok(stored.geometry) : soundGeometry(given, crs, kernel);
  if (!geometry.ok) return geometry;
  const before = { ...stored.properties, valid_from: stored.validity.from, valid_to: stored.validity.to };
  return featureOf(
    layer,
    stored.id,
    geometry.value,
    { ...before, ...properties },
    read.data.secrecy ?? stored.secrecy,
  );
}
