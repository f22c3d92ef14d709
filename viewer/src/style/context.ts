import type { LayerId } from '@giapranh/core';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Tokens } from './tokens.js';

/** The province the profile is about; `vintage: null` where the tiles hold one vintage only. */
export interface Subject {
  readonly code: string;
  readonly vintage: string | null;
}

/** What every group of style layers is drawn from. */
export interface StyleContext {
  readonly tokens: Tokens;
  readonly subjects: readonly Subject[];
  /** Codes of the neighbours, in the order of their colours. */
  readonly neighbours: readonly string[];
}

/**
 * Whether a feature is, or lies in, a subject province; `property` holds the province's code. Told from the
 * feature alone, so that the style stays the same when the day changes and only tiles are fetched anew.
 */
export function isSubject(
  { subjects }: StyleContext,
  property: 'code' | 'province_code',
): ExpressionSpecification {
  const one = ({ code, vintage }: Subject): ExpressionSpecification =>
    vintage === null
      ? ['==', ['get', property], code]
      : ['all', ['==', ['get', property], code], ['==', ['get', 'vintage'], vintage]];
  return ['any', ...subjects.map(one)];
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
