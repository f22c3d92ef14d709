import { createHash } from 'node:crypto';
import type { SharedFeature } from '@giapranh/core';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Feature } from 'geojson';
import { EXCHANGE_FORMAT, EXCHANGE_VERSION, type ExchangeManifest, type ExchangeMember } from './manifest.js';
import type { ExchangeContent } from './package.js';

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A feature a line. */
function collection(features: readonly object[]): Uint8Array {
  const lines = features.map((feature) => `\n${JSON.stringify(feature)}`).join(',');
  return strToU8(`{"type":"FeatureCollection","features":[${lines}\n]}\n`);
}

/** As a body of the API says a feature: `secrecy` beside the members of GeoJSON. */
function geoJsonOf({ id, geometry, properties, validity, secrecy }: SharedFeature): Feature {
  const days = { valid_from: validity.from, valid_to: validity.to };
  const feature: Feature = { type: 'Feature', id, geometry, properties: { ...properties, ...days } };
  return { ...feature, ...{ secrecy } };
}

type Member = readonly [member: Omit<ExchangeMember, 'bytes' | 'sha256'>, bytes: Uint8Array];

function membersOf({ zone, zoneAttribution, layers, documents }: ExchangeContent): readonly Member[] {
  const credit = (attribution: ExchangeMember['attribution']) =>
    attribution === undefined ? {} : { attribution };
  return [
    [
      { path: 'zone.geojson', kind: 'zone', count: zone.length, ...credit(zoneAttribution) },
      collection(zone),
    ],
    ...layers.map(({ layer, whole, features, attribution }): Member => {
      const count = features.length;
      const ordered = features.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(geoJsonOf);
      return [
        { path: `${layer}.geojson`, kind: 'features', layer, whole, count, ...credit(attribution) },
        collection(ordered),
      ];
    }),
    [
      { path: 'documents.json', kind: 'documents', count: documents.length },
      strToU8(`${JSON.stringify({ documents }, null, 1)}\n`),
    ],
  ];
}

export interface WrittenPackage {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly manifest: ExchangeManifest;
}

/** One zip archive. The same content gives the same bytes: features by id, no clock, one way of packing. */
export function writeExchangePackage(content: ExchangeContent): WrittenPackage {
  const members = membersOf(content);
  const manifest: ExchangeManifest = {
    format: EXCHANGE_FORMAT,
    version: EXCHANGE_VERSION,
    ...content.head,
    documents: content.documents.map(({ id }) => id),
    members: members.map(([member, bytes]) => ({
      ...member,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
    })),
  };
  const files: Zippable = {
    'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
    ...Object.fromEntries(members.map(([{ path }, bytes]) => [path, bytes])),
  };
  // The first day a zip can name, in the calendar of whatever zone the machine is in.
  const bytes = zipSync(files, { level: 6, mtime: new Date(1980, 0, 1), os: 0 });
  return { bytes, sha256: sha256Of(bytes), manifest };
}
