import {
  bboxOf,
  bboxUnion,
  EMPTY_BBOX,
  type ExchangeLayerRule,
  err,
  exchangeLayer,
  type IsoDate,
  type LayerDefinition,
  type LayerId,
  type LocalText,
  loadGeometryKernel,
  ok,
  type PreparedGeometry,
  type ProfileVintage,
  type Result,
  redacted,
  type SharedFeature,
  toGeoJson,
} from '@giapranh/core';
import { type ExchangeLayer, type WrittenPackage, writeExchangePackage } from '@giapranh/formats';
import type { QueryBox, StoredFeature } from '@giapranh/store';
import type { Feature } from 'geojson';
import { mayRead, type Reader, readableBy } from '../access/reader.js';
import { recordAct } from '../access/record-act.js';
import { EXCHANGE_FAULTS } from './exchange-fault.js';
import { agreementWith, citation, type ExchangeWorld, vintageOn } from './world.js';

export interface PackageOrder {
  /** The neighbour's province code on that day. */
  readonly with: string;
  readonly asOf: IsoDate;
  /** When it is made: RFC 3339. */
  readonly at: string;
  readonly attributions?: ReadonlyMap<LayerId, LocalText>;
}

const PAGE = 1_000;
const MOST_RINGS = 1_000;

/** The rings of the pair's zone, both sides, out to `zone_m`. */
async function ringsOf(
  { store }: ExchangeWorld,
  reader: Reader,
  asked: { readonly vintage: string; readonly pair: string; readonly zone_m: number; readonly asOf: IsoDate },
): Promise<readonly StoredFeature[]> {
  const { features } = await store.query({
    ...{ layer: 'border-zones', asOf: asked.asOf, limit: MOST_RINGS, offset: 0 },
    filter: { pair: asked.pair, vintage: asked.vintage },
    ...readableBy(reader),
  });
  return features.filter(({ properties }) => Number(properties['outer_m']) <= asked.zone_m);
}

const RING_FIELDS = [
  ...['pair', 'side', 'side_name', 'other_name', 'vintage', 'drawing', 'inner_m', 'outer_m'],
  ...['area_m2', 'border_length_m', 'status'],
];

function ringFeature(ring: StoredFeature): Feature {
  const { properties, ...feature } = toGeoJson(ring);
  const kept = RING_FIELDS.map((name) => [name, properties?.[name] ?? null]);
  return { ...feature, properties: Object.fromEntries(kept) };
}

/** What the reader may see of a layer and policy lets out, of features that meet the zone. */
async function sharedOf(
  { store }: ExchangeWorld,
  reader: Reader,
  definition: LayerDefinition,
  rule: ExchangeLayerRule,
  { zone, bbox, asOf }: { zone: PreparedGeometry; bbox: QueryBox; asOf: IsoDate },
): Promise<readonly SharedFeature[]> {
  const shared = new Map<string, SharedFeature>();
  for (let after: string | null | undefined; after !== null; ) {
    const page = await store.page({
      ...{ layer: definition.id, bbox, asOf, limit: PAGE },
      ...readableBy(reader),
      ...(after === undefined ? {} : { after }),
    });
    for (const feature of page.features) {
      const meets = zone.intersects(feature.geometry);
      const out = redacted(feature, feature.secrecy ?? definition.secrecy, rule);
      if (meets.ok && meets.value && out !== undefined) shared.set(out.id, out);
    }
    after = page.next;
  }
  return [...shared.values()];
}

/** Whether the reader sees all that the rule lets out. */
function seesAll({ units, secrecy }: Reader, { fields }: ExchangeLayerRule): boolean {
  const levels = (['public', 'internal', 'restricted'] as const).filter(
    (level) => fields[level] !== undefined,
  );
  return units === 'all' && levels.every((level) => secrecy.includes(level));
}

async function nameOf({ store }: ExchangeWorld, { id, subject }: ProfileVintage): Promise<string> {
  const unit = await store.get('provinces', `${id}:${subject}`);
  return String(unit?.properties['name'] ?? subject);
}

/**
 * A package for a neighbour: what the agreement covers, of what the reader may see, redacted by policy, with features
 * that meet the zone. Told to the audit before it is given. Issues: `exchange-no-vintage`, `exchange-no-agreement`,
 * `exchange-no-zone`, and those of the audit.
 */
export async function makePackage(
  world: ExchangeWorld,
  reader: Reader,
  { with: to, asOf, at, attributions = new Map() }: PackageOrder,
): Promise<Result<WrittenPackage>> {
  const { exchange, profile, store } = world;
  const vintage = vintageOn(world, asOf);
  if (vintage === undefined) return err(EXCHANGE_FAULTS.noVintage(asOf));
  const agreement = agreementWith(world, vintage.id, to, asOf);
  if (exchange === null || agreement === undefined) return err(EXCHANGE_FAULTS.noAgreement(to, vintage.id));
  const pair = `${vintage.subject}-${to}`;
  const asked = { vintage: vintage.id, pair, zone_m: agreement.zone_m, asOf };
  const rings = await ringsOf(world, reader, asked);
  if (rings.length === 0) return err(EXCHANGE_FAULTS.noZone(pair));
  const kernel = await loadGeometryKernel();
  const ground = kernel.union(rings.map(({ geometry }) => geometry));
  const zone = ground.ok ? kernel.prepare(ground.value) : ground;
  if (!zone.ok) return zone;
  const bbox = rings.map(({ geometry }) => bboxOf(geometry)).reduce(bboxUnion, EMPTY_BBOX);
  const rules = exchange.layers.filter(({ id }) => agreement.layers.includes(id));
  const layers: ExchangeLayer[] = [];
  for (const rule of rules) {
    const definition = exchangeLayer(rule.id);
    if (definition === undefined || !mayRead(reader, definition)) continue;
    const features = await sharedOf(world, reader, definition, rule, { zone: zone.value, bbox, asOf });
    const attribution = attributions.get(rule.id);
    const credit = attribution === undefined ? {} : { attribution };
    layers.push({ layer: rule.id, whole: seesAll(reader, rule), features, ...credit });
  }
  zone.value.dispose();
  const cited = profile.documents.find(({ id }) => id === agreement.document);
  const documents = profile.documents.filter(({ id }) => agreement.documents.includes(id));
  const credit = attributions.get('border-zones');
  const written = writeExchangePackage({
    head: {
      from: { code: vintage.subject, name: await nameOf(world, vintage), profile: profile.id },
      to: { code: to, name: vintage.neighbours.find(({ code }) => code === to)?.name ?? to },
      ...{ pair, vintage: vintage.id, as_of: asOf, made_at: at, zone_m: agreement.zone_m },
      agreement: {
        document: agreement.document,
        number: cited?.number ?? '',
        title: cited?.title ?? { vi: '', en: '' },
      },
      redaction: layers.map(({ layer }) => ({
        layer,
        fields: rules.find(({ id }) => id === layer)?.fields ?? {},
      })),
      terms: exchange.terms,
    },
    zone: rings.map(ringFeature),
    ...(credit === undefined ? {} : { zoneAttribution: credit }),
    layers,
    documents,
  });
  const authority = [reader.authority, citation(world, agreement)].filter((part) => part !== undefined);
  const counts = Object.fromEntries(layers.map(({ layer, features }) => [layer, features.length]));
  const told = await recordAct(
    store,
    { id: reader.id, authority: authority.join('; ') },
    {
      ...{ action: 'exchange-export', subject: 'exchange', id: written.sha256 },
      after: { pair, vintage: vintage.id, as_of: asOf, made_at: at, counts },
    },
  );
  return told.ok ? ok(written) : told;
}
