import type { LayerDefinition, LocalText, PropertyDefinition } from '@giapranh/core';
import { hasLabelsLayer, labelsLayerId } from './label-layer.js';
import { fromUnitSquare } from './mercator.js';
import type { PreparedLayer } from './prepare.js';
import { unitBoxOf } from './unit-box.js';

/** One entry of TileJSON 3.0 `vector_layers`. */
export interface VectorLayer {
  readonly id: string;
  readonly description: string;
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** What a field is told as: its title and unit for people (TileJSON), or the type that archives must name. */
export type FieldText = 'title' | 'type';

function typeName(type: PropertyDefinition['type']): string {
  return type === 'number' || type === 'integer' ? 'Number' : type === 'boolean' ? 'Boolean' : 'String';
}

/** What tiles of a layer carry, for TileJSON: the layer itself and its labels layer where it has one. */
export function vectorLayers(
  definition: LayerDefinition,
  language: keyof LocalText,
  fieldText: FieldText = 'title',
): VectorLayer[] {
  const fields = Object.fromEntries([
    ['id', fieldText === 'type' ? typeName('string') : 'string'],
    ...definition.properties
      .filter(({ inTiles, type }) => inTiles && type !== 'json')
      .map(({ name, title, type, unit }) => [
        name,
        fieldText === 'type'
          ? typeName(type)
          : `${title[language]} (${type}${unit === undefined ? '' : `, ${unit}`})`,
      ]),
  ]);
  const layer: VectorLayer = {
    id: definition.id,
    description: definition.description[language],
    minzoom: definition.zoom.min,
    maxzoom: definition.zoom.max,
    fields,
  };
  return hasLabelsLayer(definition) ? [layer, { ...layer, id: labelsLayerId(definition.id) }] : [layer];
}

/** [west, south, east, north] degrees of everything in the layers; `undefined` when they are empty. */
export function layersBounds(
  layers: readonly PreparedLayer[],
): [west: number, south: number, east: number, north: number] | undefined {
  const lines = layers.flatMap(({ features }) => features.flatMap((feature) => feature.lines));
  const [west, north, east, south] = unitBoxOf(lines.map(({ xy }) => xy));
  if (west > east) return undefined;
  const decimals = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
  const [[w, s], [e, n]] = [fromUnitSquare(west, south), fromUnitSquare(east, north)];
  return [decimals(w), decimals(s), decimals(e), decimals(n)];
}
