import type { Geometry } from 'geojson';
import type { LayerId, Secrecy } from '../catalog.js';
import type { LayerFeature, PropertyValue } from '../feature.js';
import { REGISTERS } from '../registers.js';
import type { Validity } from '../units.js';
import type { ExchangeLayerRule } from './policy.js';

/** A feature as it goes over to a neighbour: what policy lets out, and nothing else. */
export interface SharedFeature {
  readonly layer: LayerId;
  readonly id: string;
  /** WGS 84 lon/lat (OGC:CRS84), whole. */
  readonly geometry: Geometry;
  /** Only what is let out and not empty. */
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly validity: Validity;
  readonly secrecy: Secrecy;
}

const ALWAYS: Validity = { from: null, to: null };
const OF_NEIGHBOUR = 'urn:giapranh:exchange:';

/** What stands in `source` of a feature that came in a package. */
export function originMark(province: string, sha256: string): string {
  return `${OF_NEIGHBOUR}${province}:${sha256}`;
}

/** Whether a feature came from a neighbour: such are never passed on. */
export function cameIn({ properties }: Pick<LayerFeature, 'properties'>): boolean {
  const source = properties['source'];
  return typeof source === 'string' && source.startsWith(OF_NEIGHBOUR);
}

function isMeant({ properties }: LayerFeature, { only = {} }: ExchangeLayerRule): boolean {
  return Object.entries(only).every(([name, values]) => values.includes(String(properties[name] ?? '')));
}

/**
 * What of a feature leaves by its layer's rule; `undefined` for a feature that does not leave: of a level that the
 * rule does not name, not meant by it, or a neighbour's own. A judged site leaves as the site, under its own id and
 * without the vintage it was judged in.
 */
export function redacted(
  feature: LayerFeature,
  secrecy: Secrecy,
  rule: ExchangeLayerRule,
): SharedFeature | undefined {
  const fields = rule.fields[secrecy];
  if (fields === undefined || cameIn(feature) || !isMeant(feature, rule)) return undefined;
  const { layer, geometry, properties } = feature;
  const kept = fields.flatMap((name): [string, PropertyValue][] => {
    const value = properties[name];
    return value === undefined || value === null ? [] : [[name, value]];
  });
  const recorded = REGISTERS.some(({ id }) => id === layer);
  const own = recorded ? undefined : properties['site_id'];
  return {
    layer,
    id: typeof own === 'string' ? own : feature.id,
    geometry,
    properties: Object.fromEntries(kept),
    validity: recorded ? feature.validity : ALWAYS,
    secrecy,
  };
}

/** The feature under the receiver's name for it: ids of two provinces never meet. */
export function received(shared: SharedFeature, province: string): SharedFeature {
  const site = shared.properties['site_id'];
  const name = (id: string) => `${province}:${id}`;
  return {
    ...shared,
    id: name(shared.id),
    properties: typeof site === 'string' ? { ...shared.properties, site_id: name(site) } : shared.properties,
  };
}
