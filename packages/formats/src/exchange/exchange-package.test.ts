import { join } from 'node:path';
import type { Result, SharedFeature } from '@giapranh/core';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../profile-folder.js';
import type { ExchangeContent } from './package.js';
import { readExchangePackage } from './read-package.js';
import { readExchangePolicy } from './read-policy.js';
import { UNPACK_LIMITS } from './unpack.js';
import { writeExchangePackage } from './write-package.js';

const both = (text: string) => ({ vi: text, en: text });
const incident = (id: string, kind: string): SharedFeature => ({
  ...{ layer: 'incidents', id, properties: { kind }, secrecy: 'internal' },
  geometry: { type: 'Point', coordinates: [105.9, 22.4] },
  validity: { from: null, to: null },
});
const CONTENT: ExchangeContent = {
  head: {
    from: { code: '06', name: 'Tỉnh Bắc Kạn', profile: 'bac-kan' },
    to: { code: '04', name: 'Tỉnh Cao Bằng' },
    ...{ pair: '06-04', vintage: '2023', as_of: '2023-05-23', zone_m: 5000 },
    made_at: '2023-05-24T01:00:00.000Z',
    agreement: { document: 'd', number: '1', title: both('Biên bản') },
    redaction: [{ layer: 'incidents', fields: { internal: ['kind'] } }],
    terms: both('t'),
  },
  zone: [{ type: 'Feature', geometry: { type: 'Polygon', coordinates: [] }, properties: {} }],
  layers: [
    { layer: 'incidents', whole: true, features: [incident('b', 'san gạt'), incident('a', 'khai thác')] },
  ],
  documents: [],
};
const written = writeExchangePackage(CONTENT);

function codes(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.issues.map(({ code }) => code);
}

/** The package with one member written anew. */
function withMember(name: string, change: (text: string) => string): Uint8Array {
  const files = unzipSync(written.bytes);
  const member = files[name] ?? new Uint8Array();
  return zipSync({ ...files, [name]: strToU8(change(strFromU8(member))) });
}

describe('a package', () => {
  it('is read as it was written, features by id', () => {
    const read = readExchangePackage(written.bytes);
    if (!read.ok) throw new Error(read.issues[0].message.en);
    expect(read.value.sha256).toBe(written.sha256);
    expect(read.value.manifest).toEqual(written.manifest);
    expect(read.value.zone).toEqual(CONTENT.zone);
    expect(read.value.layers).toEqual([
      { layer: 'incidents', whole: true, features: [incident('a', 'khai thác'), incident('b', 'san gạt')] },
    ]);
  });

  it('has the same bytes for the same content, and others for another time', () => {
    expect(Buffer.from(writeExchangePackage(CONTENT).bytes).equals(written.bytes)).toBe(true);
    const later = { ...CONTENT, head: { ...CONTENT.head, made_at: '2023-05-24T02:00:00.000Z' } };
    expect(writeExchangePackage(later).sha256).not.toBe(written.sha256);
    const turned = {
      ...CONTENT,
      layers: CONTENT.layers.map((one) => ({ ...one, features: [...one.features].reverse() })),
    };
    expect(writeExchangePackage(turned).sha256).toBe(written.sha256);
  });
});

describe('is refused', () => {
  it.each([
    [
      'a changed member',
      withMember('incidents.geojson', (text) => text.replace('san gạt', 'san gọt')),
      'exchange-checksum',
    ],
    [
      'a member nobody named',
      zipSync({ ...unzipSync(written.bytes), 'more.json': strToU8('{}') }),
      'exchange-member',
    ],
    [
      'an unknown version',
      withMember('manifest.json', (text) => text.replace('"version": 1', '"version": 2')),
      'exchange-version',
    ],
    [
      'another format',
      withMember('manifest.json', (text) => text.replace('giapranh-exchange', 'x')),
      'exchange-package',
    ],
    [
      'a manifest that lacks a part',
      withMember('manifest.json', (text) => text.replace('"pair"', '"paar"')),
      'exchange-schema',
    ],
    ['no manifest', zipSync({ 'a.json': strToU8('{}') }), 'exchange-package'],
    ['no archive', strToU8('một tệp khác'), 'exchange-package'],
    ['nothing', new Uint8Array(), 'exchange-package'],
    ['half of it', written.bytes.subarray(0, written.bytes.length / 3), 'exchange-package'],
  ])('%s', (_what, bytes, code) => {
    expect(codes(readExchangePackage(bytes))[0]).toBe(code);
  });

  it('a member that the manifest names and the archive lacks', () => {
    const { 'documents.json': _gone, ...files } = unzipSync(written.bytes);
    expect(codes(readExchangePackage(zipSync(files)))).toEqual(['exchange-member']);
  });

  it('every single changed byte of a member, one after another', () => {
    const files = unzipSync(written.bytes);
    const member = files['incidents.geojson'] ?? new Uint8Array();
    for (let at = 0; at < member.length; at += 7) {
      const changed = member.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const bytes = zipSync({ ...files, 'incidents.geojson': changed }, { level: 0 });
      expect([at, codes(readExchangePackage(bytes))]).toEqual([at, ['exchange-checksum']]);
    }
  });

  it('what unpacks to too much, while it is unpacked, whatever the archive says of its size', () => {
    // 110 MB of zeros pack into some 100 kB.
    const bomb = zipSync({ 'manifest.json': new Uint8Array(110_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(UNPACK_LIMITS.package_bytes);
    // The sizes of the local and the central header are made small: what it says of itself is no ground.
    const lying = bomb.slice();
    new DataView(lying.buffer).setUint32(22, 100, true);
    for (const bytes of [bomb, lying]) {
      const before = process.memoryUsage().arrayBuffers;
      expect(codes(readExchangePackage(bytes))).toEqual(['exchange-too-large']);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 * UNPACK_LIMITS.unpacked_bytes);
    }
  });

  it('a package that is large itself, and one of many members', () => {
    const large = new Uint8Array(UNPACK_LIMITS.package_bytes + 1);
    expect(codes(readExchangePackage(large))).toEqual(['exchange-too-large']);
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`m${at}.json`, strToU8('{}')]));
    expect(codes(readExchangePackage(zipSync(many)))).toEqual(['exchange-too-large']);
  });
});

it('the profiles that exchange say with whom, on whose authority, and never let tips or restricted records out', async () => {
  const data = join(import.meta.dirname, '../../../../data');
  for (const id of ['bac-kan', 'cao-bang', 'can-tho']) {
    const profile = await readProfile(data, id);
    if (!profile.ok) throw new Error(profile.issues[0].message.en);
    const policy = await readExchangePolicy(data, profile.value);
    if (!policy.ok) throw new Error(policy.issues[0].message.en);
    expect(policy.value === null, id).toBe(id === 'can-tho');
    for (const { id: layer, fields } of policy.value?.layers ?? []) {
      expect(layer).not.toBe('tips');
      expect(fields.restricted).toBeUndefined();
    }
  }
});
