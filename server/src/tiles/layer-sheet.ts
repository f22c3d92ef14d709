import type { LayerDefinition, Secrecy, Validity } from '@giapranh/core';
import type { TileDatabase } from '@giapranh/store';
import { layersBounds, type PreparedLayer, vectorLayers } from '@giapranh/tiles';
import type { LayerSheet, LevelSheet } from './worker-messages.js';

const LEVELS: readonly Secrecy[] = ['public', 'internal', 'restricted'];

function sheetOf(definition: LayerDefinition, levels: readonly LevelSheet[]): LayerSheet {
  return {
    layer: definition.id,
    levels,
    vectorLayers: { vi: vectorLayers(definition, 'vi'), en: vectorLayers(definition, 'en') },
  };
}

/** A layer that an edit leaves alone is the same object, with the same to tell. */
const sheets = new WeakMap<PreparedLayer, LayerSheet>();

/** From the first to the last day any is in force; open where one of them is. */
export function wholeValidity(validities: readonly Validity[]): Validity {
  const ends = (side: 'from' | 'to') =>
    validities.flatMap((validity) => (validity[side] === null ? [] : [validity[side]])).sort();
  const [from, to] = [ends('from'), ends('to')];
  return {
    from: from.length < validities.length ? null : (from[0] ?? null),
    to: to.length < validities.length ? null : (to.at(-1) ?? null),
  };
}

/** What is told of a layer that is kept in memory. */
export function memorySheet(layer: PreparedLayer): LayerSheet {
  const known = sheets.get(layer);
  if (known !== undefined) return known;
  const levels = LEVELS.flatMap((secrecy): LevelSheet[] => {
    const features = layer.features.filter((feature) => feature.secrecy === secrecy);
    const bounds = layersBounds([{ ...layer, features }]);
    const sources = secrecy === layer.definition.secrecy ? layer.sources : [];
    const validity = wholeValidity(features.map((feature) => feature.validity));
    return bounds === undefined ? [] : [{ secrecy, sources, bounds, validity }];
  });
  const sheet = sheetOf(layer.definition, levels);
  sheets.set(layer, sheet);
  return sheet;
}

/** What is told of a layer that stays in the database. */
export async function databaseSheet(
  definition: LayerDefinition,
  database: TileDatabase,
): Promise<LayerSheet> {
  return sheetOf(definition, await database.levels(definition.id));
}
