import type { LayerId } from '@giapranh/core';
import type { LayerSpecification } from 'maplibre-gl';
import type { Tokens } from './tokens.js';

/** What every group of style layers is drawn from. */
export interface StyleContext {
  readonly tokens: Tokens;
  /** Code of the province the profile is about, in the vintage shown. */
  readonly subject: string;
  /** Codes of the neighbours, in the order of their colours. */
  readonly neighbours: readonly string[];
}

const OWNER = 'giapranh:layer';

/** Marks style layers with the catalogue layer that switches them. */
export function ownedBy(layer: LayerId, specs: readonly LayerSpecification[]): LayerSpecification[] {
  return specs.map((spec) => ({ ...spec, metadata: { [OWNER]: layer } }));
}

export function ownerOf(spec: { readonly metadata?: unknown }): string | undefined {
  const { metadata } = spec;
  if (typeof metadata !== 'object' || metadata === null || !(OWNER in metadata)) return undefined;
  const owner = metadata[OWNER];
  return typeof owner === 'string' ? owner : undefined;
}
