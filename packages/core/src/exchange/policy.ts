import { z } from 'zod';
import { CATALOG, LAYER_IDS, type LayerDefinition, type LayerId, type Secrecy } from '../catalog.js';
import { type Issue, issue } from '../issue.js';
import type { Profile } from '../profile.js';
import { isoDate, localText, provinceCode, slug } from '../profile-fields.js';
import { REGISTERS } from '../registers.js';
import { err, okUnless, type Result } from '../result.js';

const names = z.array(z.string().min(1));

const layerRule = z.strictObject({
  id: z.enum(LAYER_IDS),
  /** The properties that leave, by the level of the feature; a level that is not named never leaves. */
  fields: z.strictObject({
    public: names.optional(),
    internal: names.optional(),
    restricted: names.optional(),
  }),
  /** Only features whose property says one of these: what is the giver's own. */
  only: z.record(z.string(), names.min(1)).optional(),
  why: localText,
});

const agreement = z.strictObject({
  /** The neighbour's province code in `vintage`. */
  with: provinceCode,
  vintage: z.string().min(4),
  /** The register entry on whose authority things are given and taken. */
  document: slug,
  /** Entries of the register that go along. */
  documents: z.array(slug).default([]),
  /** How far from the common line things are shared, metres: the outer distance of one of the profile's rings. */
  zone_m: z.number().positive(),
  layers: z.array(z.enum(LAYER_IDS)).min(1),
  /** From when and to when it is used; `null` ends are open. */
  valid_from: isoDate.nullable().default(null),
  valid_to: isoDate.nullable().default(null),
});

/** `exchange.json` of a profile: what may be given to which neighbour, and is taken from them. */
export const EXCHANGE_SCHEMA = z.strictObject({
  $schema: z.string().optional(),
  /** Where the choice of layers and fields comes from. */
  basis: localText,
  /** What the receiver may do with it; goes into every package. */
  terms: localText,
  layers: z.array(layerRule),
  agreements: z.array(agreement),
});

export type ExchangePolicy = z.output<typeof EXCHANGE_SCHEMA>;
export type ExchangeAgreement = ExchangePolicy['agreements'][number];
export type ExchangeLayerRule = ExchangePolicy['layers'][number];

const FILE = 'exchange.json';
const LEVELS = ['public', 'internal', 'restricted'] as const satisfies readonly Secrecy[];

/** A layer that things can be exchanged of: of the catalogue or a register. */
export function exchangeLayer(id: LayerId): LayerDefinition | undefined {
  return [...CATALOG, ...REGISTERS].find((layer) => layer.id === id);
}

function reference(path: Issue['path'], what: string): Issue {
  return issue(
    'profile-reference',
    [FILE, ...path],
    `Tham chiếu không tồn tại: ${what}`,
    `Reference to nothing: ${what}`,
  );
}

function layerFaults({ layers }: ExchangePolicy): Issue[] {
  return layers.flatMap(({ id, fields, only = {} }, at) => {
    const known = new Set(exchangeLayer(id)?.properties.map(({ name }) => name) ?? []);
    // Where a feature came from is written there by whoever receives it.
    known.delete('source');
    const named = LEVELS.flatMap((level) => fields[level] ?? []);
    const asked = Object.keys(only).filter((name) => name !== 'source');
    const twice = layers.findIndex((other) => other.id === id) !== at;
    return [
      ...[...named, ...asked]
        .filter((name) => !known.has(name))
        .map((name) => reference(['layers', at], `${id}.${name}`)),
      ...(twice ? [reference(['layers', at], `${id} ×2`)] : []),
    ];
  });
}

function agreementFaults({ agreements, layers }: ExchangePolicy, profile: Profile): Issue[] {
  const documents = new Set(profile.documents.map(({ id }) => id));
  const ruled = new Set(layers.map(({ id }) => id));
  return agreements.flatMap((one, at) => {
    const vintage = profile.vintages.find(({ id }) => id === one.vintage);
    const neighbour = vintage?.neighbours.some(({ code }) => code === one.with) ?? false;
    return [
      ...(neighbour ? [] : [`${one.vintage}:${one.with}`]),
      ...[one.document, ...one.documents].filter((id) => !documents.has(id)),
      ...one.layers.filter((id) => !ruled.has(id)),
      ...(profile.ring_widths_m.includes(one.zone_m) ? [] : [`zone_m ${one.zone_m}`]),
    ].map((what) => reference(['agreements', at], what));
  });
}

/** Issues: `profile-schema`, `profile-reference`. */
export function parseExchangePolicy(file: unknown, profile: Profile): Result<ExchangePolicy> {
  const read = EXCHANGE_SCHEMA.safeParse(file);
  if (read.success) {
    return okUnless([...layerFaults(read.data), ...agreementFaults(read.data, profile)], read.data);
  }
  const [first, ...rest] = read.error.issues.map((fault) =>
    issue(
      'profile-schema',
      [FILE, ...fault.path.map((step) => (typeof step === 'symbol' ? String(step) : step))],
      `Tệp hồ sơ không đúng lược đồ: ${fault.message}`,
      `The profile file does not follow its schema: ${fault.message}`,
    ),
  );
  if (first === undefined) throw new Error('a schema failed without an issue');
  return err(first, ...rest);
}
