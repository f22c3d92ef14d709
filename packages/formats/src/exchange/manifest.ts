import { LAYER_IDS } from '@giapranh/core';
import { z } from 'zod';

export const EXCHANGE_FORMAT = 'giapranh-exchange';
export const EXCHANGE_VERSION = 1;

const localText = z.strictObject({ vi: z.string(), en: z.string() });
const province = z.strictObject({ code: z.string().regex(/^\d{2}$/), name: z.string().min(1).max(200) });
const layer = z.enum(LAYER_IDS);
const names = z.array(z.string()).optional();
const levels = z.strictObject({ public: names, internal: names, restricted: names });

const member = z.strictObject({
  path: z.string().regex(/^[a-z-]+\.(geo)?json$/),
  kind: z.enum(['zone', 'features', 'documents']),
  layer: layer.optional(),
  /** Of `features`: whether everything that policy lets out is in it, or what its maker may read only. */
  whole: z.boolean().optional(),
  count: z.int().min(0),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  attribution: localText.optional(),
});

/** `manifest.json` of a package: from whom, for whom, what, and the checksum of each member. */
export const exchangeManifestSchema = z.strictObject({
  format: z.literal(EXCHANGE_FORMAT),
  version: z.literal(EXCHANGE_VERSION),
  from: province.extend({ profile: z.string().min(1).max(100) }),
  to: province,
  /** The codes of giver and receiver, as borders are named: `06-04`. */
  pair: z.string().regex(/^\d{2}-\d{2}$/),
  vintage: z.string().min(4).max(40),
  as_of: z.iso.date(),
  made_at: z.iso.datetime({ offset: true }),
  zone_m: z.number().positive(),
  /** On whose authority. */
  agreement: z.strictObject({ document: z.string(), number: z.string(), title: localText }),
  /** What policy let out of each layer, by level. */
  redaction: z.array(z.strictObject({ layer, fields: levels })),
  terms: localText,
  documents: z.array(z.string()),
  members: z.array(member).min(1).max(64),
});

export type ExchangeManifest = z.output<typeof exchangeManifestSchema>;
export type ExchangeMember = ExchangeManifest['members'][number];
