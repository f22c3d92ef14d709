import {
  type ExchangeAgreement,
  type ExchangeChange,
  type ExchangeLayerRule,
  err,
  exchangeDiff,
  exchangeLayer,
  type GeometryKernel,
  type IsoDate,
  type Issue,
  issueAt,
  loadGeometryKernel,
  ok,
  okUnless,
  type Result,
  received,
  type SharedFeature,
  validateGeometry,
} from '@giapranh/core';
import type { ExchangePackage } from '@giapranh/formats';
import type { FeatureStore, StoredFeature, StoredRecord } from '@giapranh/store';
import { featureSchema } from '../schema/feature-schema.js';
import { EXCHANGE_FAULTS } from './exchange-fault.js';
import { takenKey, takenOf } from './taken.js';
import { agreementWith, type ExchangeWorld } from './world.js';

/** A package beside what stands here: nothing is changed yet. */
export interface Comparison {
  readonly pack: ExchangePackage;
  readonly agreement: ExchangeAgreement;
  readonly key: string;
  /** What was taken from this neighbour before. */
  readonly before: StoredRecord | undefined;
  readonly incoming: readonly SharedFeature[];
  readonly current: readonly StoredFeature[];
  readonly changes: readonly ExchangeChange[];
}

const AT_ONCE = 32;

async function storedOf(store: FeatureStore, features: readonly SharedFeature[]): Promise<StoredFeature[]> {
  const asked = [...new Map(features.map((one) => [`${one.layer} ${one.id}`, one])).values()];
  const found: StoredFeature[] = [];
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const batch = asked.slice(at, at + AT_ONCE).map(({ layer, id }) => store.get(layer, id));
    for (const feature of await Promise.all(batch)) if (feature !== undefined) found.push(feature);
  }
  return found;
}

function asShared(feature: StoredFeature): SharedFeature {
  const { layer, id, geometry, properties, validity } = feature;
  const secrecy = feature.secrecy ?? exchangeLayer(layer)?.secrecy ?? 'restricted';
  return { layer, id, geometry, properties, validity, secrecy };
}

/** What is wrong with one feature: its level, what it says, its geometry. */
function featureFaults(
  kernel: GeometryKernel,
  feature: SharedFeature,
  rule: ExchangeLayerRule | undefined,
): readonly Issue[] {
  const { layer, id, geometry, properties, secrecy, validity } = feature;
  const definition = exchangeLayer(layer);
  if (definition === undefined || rule === undefined) return [];
  if (rule.fields[secrecy] === undefined) return [EXCHANGE_FAULTS.level(layer, id, secrecy)];
  const days = { valid_from: validity.from, valid_to: validity.to };
  const body = { type: 'Feature', geometry, secrecy, properties: { ...properties, ...days } };
  const read = featureSchema(definition, definition.properties).safeParse(body);
  if (!read.success) {
    return read.error.issues.map((fault) =>
      EXCHANGE_FAULTS.feature([layer, id, ...fault.path.map(String)], fault.message),
    );
  }
  if ('source' in properties)
    return [EXCHANGE_FAULTS.feature([layer, id, 'properties', 'source'], 'not taken')];
  const sound = validateGeometry(kernel, geometry);
  return sound.ok ? [] : sound.issues.map((fault) => issueAt([layer, id], fault));
}

/** Whether the package is for us, from somebody we agreed with. */
function addressed(world: ExchangeWorld, { manifest }: ExchangePackage): Result<ExchangeAgreement> {
  const { from, to, pair, vintage, as_of } = manifest;
  const own = world.profile.vintages.find(({ id }) => id === vintage);
  const ours = own?.subject === to.code && own.neighbours.some(({ code }) => code === from.code);
  if (!ours || pair !== `${from.code}-${to.code}`) return err(EXCHANGE_FAULTS.foreign(pair));
  const agreement = agreementWith(world, vintage, from.code, as_of as IsoDate);
  return agreement === undefined ? err(EXCHANGE_FAULTS.noAgreement(from.code, vintage)) : ok(agreement);
}

/**
 * What taking a package in would change. Issues: `exchange-foreign`, `exchange-no-agreement`, `exchange-older`,
 * `exchange-layer`, `exchange-level`, `exchange-feature`, `geometry-*`; all of a package's at once.
 */
export async function comparePackage(
  world: ExchangeWorld,
  pack: ExchangePackage,
): Promise<Result<Comparison>> {
  const { manifest, layers } = pack;
  const addressee = addressed(world, pack);
  if (!addressee.ok) return addressee;
  const agreement = addressee.value;
  const key = takenKey(manifest.vintage, manifest.pair);
  const before = await world.store.records.get('exchange', key);
  const taken = before === undefined ? undefined : takenOf(before);
  const kernel = await loadGeometryKernel();
  const rules = new Map((world.exchange?.layers ?? []).map((rule) => [rule.id, rule]));
  const isOlder = taken !== undefined && Date.parse(manifest.made_at) < Date.parse(taken.made_at);
  const faults = [
    ...(isOlder ? [EXCHANGE_FAULTS.older(manifest.made_at, taken.made_at)] : []),
    ...layers
      .filter(({ layer }) => !agreement.layers.includes(layer))
      .map(({ layer }) => EXCHANGE_FAULTS.layer(layer)),
    ...layers.flatMap(({ layer, features }) =>
      features.flatMap((feature) => featureFaults(kernel, feature, rules.get(layer))),
    ),
  ];
  const incoming = layers.flatMap(({ features }) =>
    features.map((feature) => received(feature, manifest.from.code)),
  );
  const base = taken?.features ?? [];
  const current = faults.length > 0 ? [] : await storedOf(world.store, [...incoming, ...base]);
  const changes = exchangeDiff({
    ...{ incoming, base },
    current: current.map(asShared),
    whole: layers.filter(({ whole }) => whole).map(({ layer }) => layer),
  });
  return okUnless(faults, { pack, agreement, key, before, incoming, current, changes });
}
