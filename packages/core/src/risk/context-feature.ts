import type { Geometry } from 'geojson';
import type { Validity } from '../units.js';

/** A feature of a layer that rules ask about: a prohibited area, a licence, a road. */
export interface ContextFeature {
  readonly layer: string;
  readonly id: string;
  /** WGS 84 lon/lat. */
  readonly geometry: Geometry;
  /** `name` is what people call it; rules may choose features by any of them. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** Always, when absent. */
  readonly validity?: Validity;
  /** How far its lines may lie from the truth; the rule's `layer_error_m` when absent. */
  readonly error_m?: number;
}

export function featureName({ id, properties }: Pick<ContextFeature, 'id' | 'properties'>): string {
  const { name } = properties as { readonly name?: unknown };
  return typeof name === 'string' && name !== '' ? name : id;
}
