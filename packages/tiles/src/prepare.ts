import type { LayerDefinition, LayerFeature, Secrecy, Validity } from '@giapranh/core';
import { generalisationErrors } from './generalise/errors.js';
import { labelPoint, middleOf } from './label-point.js';
import { type Shape, type TileLine, toShapes } from './shape.js';
import { tileId } from './tile-id.js';
import { isScalar, type Scalar } from './tile-property.js';

/** A line with, per vertex, the error at which generalisation drops it; unit square. */
export interface GeneralisedLine extends TileLine {
  readonly errors: Float32Array;
}

/** A feature ready to be cut: done once after a load, kept on disk, the same for every zoom. */
export interface PreparedFeature {
  readonly id: string;
  readonly tileId: number;
  readonly validity: Validity;
  /** Who may be shown it: its own level, or its layer's. */
  readonly secrecy: Secrecy;
  readonly properties: Readonly<Record<string, Scalar>>;
  readonly kind: Shape['kind'];
  readonly lines: readonly GeneralisedLine[];
  /** Where its name is written, unit square; `null` where it has none to write. */
  readonly label: readonly [number, number] | null;
}

export interface PreparedLayer {
  readonly definition: LayerDefinition;
  /** Ids of the datasets its features name as their source, those of its own level of secrecy: whom to credit. */
  readonly sources: readonly string[];
  readonly features: readonly PreparedFeature[];
}

export interface LayerInput {
  readonly definition: LayerDefinition;
  readonly features: Iterable<LayerFeature>;
}

/** A screen pixel at zoom 0, in the unit square: the map is one tile of 512 pixels. Nothing is coarser. */
export const COARSEST_ERROR = 1 / 512;

function tileProperties(definition: LayerDefinition, feature: LayerFeature): Record<string, Scalar> {
  return Object.fromEntries(
    definition.properties.flatMap(({ name, type, inTiles }) => {
      const value = feature.properties[name];
      if (!inTiles || type === 'json' || !isScalar(value)) return [];
      return [[name, typeof value === 'string' ? value.normalize('NFC') : value]];
    }),
  );
}

/** The property `source`: dataset ids, one or more; none of a feature that is more secret than its layer. */
export function sourcesOf(definition: LayerDefinition, { properties, secrecy }: LayerFeature): string[] {
  if (secrecy !== undefined && secrecy !== definition.secrecy) return [];
  const source = properties['source'];
  return typeof source === 'string' && source !== '' ? source.split(', ') : [];
}

function labelOf(definition: LayerDefinition, shape: Shape): readonly [number, number] | null {
  if (definition.label === null) return null;
  if (shape.kind === 'polygon') return labelPoint(shape) ?? null;
  if (definition.geometry !== 'any') return null;
  if (shape.kind === 'line') return middleOf(shape) ?? null;
  const [x, y] = shape.lines[0]?.xy ?? [];
  return x !== undefined && y !== undefined ? [x, y] : null;
}

/** What is drawn of a shape. */
type Drawn = Pick<PreparedFeature, 'lines' | 'label'>;

/** A shape before generalisation: every vertex stays at every zoom. */
function ungeneralised(definition: LayerDefinition, shape: Shape): Drawn {
  const lines = shape.lines.map((line) => ({
    ...line,
    errors: new Float32Array(line.xy.length / 2).fill(Infinity),
  }));
  return { lines, label: labelOf(definition, shape) };
}

/** One shape of a feature; `drawn` where it was generalised before, absent: as it is before generalisation. */
export function prepareFeature(
  definition: LayerDefinition,
  feature: LayerFeature,
  number: number,
  shape: Shape,
  drawn: Drawn = ungeneralised(definition, shape),
): PreparedFeature {
  return {
    id: feature.id,
    tileId: number,
    validity: feature.validity,
    secrecy: feature.secrecy ?? definition.secrecy,
    properties: tileProperties(definition, feature),
    kind: shape.kind,
    lines: drawn.lines,
    label: drawn.label,
  };
}

/**
 * Everything of a tile that does not depend on the zoom, for layers that are drawn together: their lines are
 * generalised as one, so that what they share stays shared; but never with those of another level of secrecy, whose
 * bends would tell of them. Takes seconds for a profile: run it off the
 * request thread and keep the result (`packLayers`).
 */
export function prepareLayers(inputs: readonly LayerInput[]): PreparedLayer[] {
  const drafts = inputs.map(({ definition, features }): PreparedLayer => {
    const taken = new Set<number>();
    const sources = new Set<string>();
    const drawn = Array.from(features, (feature) => {
      for (const source of sourcesOf(definition, feature)) sources.add(source);
      const number = tileId(feature.id, taken);
      return toShapes(feature.geometry).map((shape) => prepareFeature(definition, feature, number, shape));
    });
    return { definition, sources: [...sources].sort(), features: drawn.flat() };
  });
  const byLevel = new Map<Secrecy, GeneralisedLine[]>();
  for (const { kind, secrecy, lines } of drafts.flatMap(({ features }) => features)) {
    if (kind === 'point') continue;
    const level = byLevel.get(secrecy) ?? [];
    byLevel.set(secrecy, level);
    for (const line of lines) level.push(line);
  }
  for (const lines of byLevel.values()) {
    for (const [at, errors] of generalisationErrors(lines, COARSEST_ERROR).entries()) {
      lines[at]?.errors.set(errors);
    }
  }
  return drafts;
}
