import {
  err,
  type Issue,
  type IssuePath,
  ok,
  okUnless,
  PROFILE_SCHEMAS,
  type ProfileDocument,
  type Result,
  type SharedFeature,
} from '@giapranh/core';
import type { Feature } from 'geojson';
import { z } from 'zod';
import {
  EXCHANGE_FORMAT,
  EXCHANGE_VERSION,
  type ExchangeMember,
  exchangeManifestSchema,
} from './manifest.js';
import type { ExchangeLayer, ExchangePackage } from './package.js';
import { PACKAGE_FAULTS } from './package-fault.js';
import { UNPACK_LIMITS, type UnpackLimits, unpack } from './unpack.js';
import { sha256Of } from './write-package.js';

const MANIFEST = 'manifest.json';

const day = z.iso.date().nullable();
/** The shape only: geometry and values are judged by whoever takes them in. */
const feature = z.strictObject({
  type: z.literal('Feature'),
  id: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\s/?#]+$/u),
  geometry: z.looseObject({ type: z.string() }),
  properties: z.looseObject({ valid_from: day, valid_to: day }),
  secrecy: z.enum(['public', 'internal', 'restricted']),
});
const collection = z.strictObject({ type: z.literal('FeatureCollection'), features: z.array(feature) });
const zone = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.looseObject({ type: z.literal('Feature') })),
});

function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array, name: string): Result<T> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return err(PACKAGE_FAULTS.notOne([name]));
  }
  const read = schema.safeParse(value);
  if (read.success) return ok(read.data);
  const [first, ...rest] = read.error.issues.map((fault): Issue => {
    const path: IssuePath = fault.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    return PACKAGE_FAULTS.schema([name, ...path], fault.message);
  });
  return first === undefined ? err(PACKAGE_FAULTS.notOne([name])) : err(first, ...rest);
}

const head = z.looseObject({ format: z.literal(EXCHANGE_FORMAT), version: z.unknown() });

function readManifest(bytes: Uint8Array | undefined) {
  if (bytes === undefined) return err(PACKAGE_FAULTS.notOne([MANIFEST]));
  const first = parsed(head, bytes, MANIFEST);
  if (!first.ok) return err(PACKAGE_FAULTS.notOne([MANIFEST]));
  const { version } = first.value;
  if (version !== EXCHANGE_VERSION) return err(PACKAGE_FAULTS.unknownVersion(version));
  return parsed(exchangeManifestSchema, bytes, MANIFEST);
}

/** Every member is what the manifest says, and there is no other. */
function memberFaults(
  members: readonly ExchangeMember[],
  files: ReadonlyMap<string, Uint8Array>,
): readonly Issue[] {
  const named = new Set(members.map(({ path }) => path));
  const strangers = [...files.keys()].filter((path) => path !== MANIFEST && !named.has(path));
  return [
    ...strangers.map(PACKAGE_FAULTS.stranger),
    ...(named.size === members.length ? [] : [PACKAGE_FAULTS.stranger(MANIFEST)]),
    ...members.flatMap(({ path, bytes, sha256 }) => {
      const file = files.get(path);
      if (file === undefined) return [PACKAGE_FAULTS.stranger(path)];
      return file.length === bytes && sha256Of(file) === sha256 ? [] : [PACKAGE_FAULTS.tampered(path)];
    }),
  ];
}

function sharedFeature(
  layer: SharedFeature['layer'],
  { id, geometry, properties, secrecy }: z.output<typeof feature>,
): SharedFeature {
  const { valid_from, valid_to, ...own } = properties;
  const validity = { from: valid_from, to: valid_to } as SharedFeature['validity'];
  return {
    ...{ layer, id, secrecy, validity },
    geometry: geometry as unknown as SharedFeature['geometry'],
    properties: own as SharedFeature['properties'],
  };
}

/**
 * A package, believed only when every member has the checksum that the manifest says. Whether it is for us, and each
 * geometry and value, is for whoever takes it in to judge. Issues: `exchange-package`, `exchange-too-large`,
 * `exchange-version`, `exchange-member`, `exchange-checksum`, `exchange-schema`.
 */
export function readExchangePackage(
  bytes: Uint8Array,
  limits: UnpackLimits = UNPACK_LIMITS,
): Result<ExchangePackage> {
  const files = unpack(bytes, limits);
  if (!files.ok) return files;
  const manifest = readManifest(files.value.get(MANIFEST));
  if (!manifest.ok) return manifest;
  const { members } = manifest.value;
  const whole = okUnless(memberFaults(members, files.value), true);
  if (!whole.ok) return whole;
  const faults: Issue[] = [];
  const read = <T>(schema: z.ZodType<T>, path: string): T | undefined => {
    const value = parsed(schema, files.value.get(path) ?? new Uint8Array(), path);
    if (value.ok) return value.value;
    faults.push(...value.issues);
    return undefined;
  };
  const rings: Feature[] = [];
  const layers: ExchangeLayer[] = [];
  const documents: ProfileDocument[] = [];
  for (const { path, kind, layer, whole: complete = false, count } of members) {
    const before = faults.length;
    let found = 0;
    if (kind === 'zone') {
      const features = read(zone, path)?.features ?? [];
      found = rings.push(...(features as unknown as Feature[]));
    } else if (kind === 'documents') {
      found = documents.push(...(read(PROFILE_SCHEMAS['documents.json'], path)?.documents ?? []));
    } else if (layer !== undefined) {
      const features = (read(collection, path)?.features ?? []).map((one) => sharedFeature(layer, one));
      if (new Set(features.map(({ id }) => id)).size < features.length) {
        faults.push(PACKAGE_FAULTS.schema([path], 'an id occurs twice'));
      }
      layers.push({ layer, whole: complete, features });
      found = features.length;
    }
    if (found !== count && faults.length === before) {
      faults.push(PACKAGE_FAULTS.schema([MANIFEST, 'members', path, 'count'], `${found}`));
    }
  }
  const sha256 = sha256Of(bytes);
  return okUnless(faults, { manifest: manifest.value, sha256, zone: rings, layers, documents });
}
