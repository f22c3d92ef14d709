import {
  CATALOG,
  err,
  LAYER_IDS,
  type LayerDefinition,
  layerDefinition,
  ok,
  REGISTERS,
  type Result,
} from '@giapranh/core';
import { ANONYMOUS_READER, mayRead, type Reader } from './access/reader.js';
import { PROBLEMS } from './problem.js';

/**
 * A published layer that the reader may see; without the right it is as unknown as any other name. Issues:
 * `server-not-built` for an id that is reserved, `server-layer-unknown`.
 */
export function publishedLayer(id: string, reader: Reader = ANONYMOUS_READER): Result<LayerDefinition> {
  const definition = layerDefinition(id);
  if (definition !== undefined) {
    return mayRead(reader, definition) ? ok(definition) : err(PROBLEMS.noSuchLayer(id));
  }
  const reserved = LAYER_IDS.some((reservedId) => reservedId === id);
  return err(reserved ? PROBLEMS.later(id) : PROBLEMS.noSuchLayer(id));
}

/** The layers whose features the reader may ask for: those of the catalogue, then the registers. */
export function featureLayers(reader: Reader): readonly LayerDefinition[] {
  return [...CATALOG, ...REGISTERS].filter((definition) => mayRead(reader, definition));
}

/** One of `featureLayers`. Issue: `server-layer-unknown`, whether it is hidden or not there. */
export function featureLayer(id: string, reader: Reader): Result<LayerDefinition> {
  const definition = featureLayers(reader).find((layer) => layer.id === id);
  return definition === undefined ? err(PROBLEMS.noSuchLayer(id)) : ok(definition);
}

/** Whether people record in the layer, so that it takes edits. */
export function isRegister({ id }: LayerDefinition): boolean {
  return REGISTERS.some((register) => register.id === id);
}

/** `communes,places`: each once, in the order asked. */
export function publishedLayers(
  list: string,
  reader: Reader = ANONYMOUS_READER,
): Result<readonly LayerDefinition[]> {
  const found = [...new Set(list.split(','))].map((id) => publishedLayer(id, reader));
  const [first, ...rest] = found.flatMap((layer) => (layer.ok ? [] : layer.issues));
  return first === undefined
    ? ok(found.flatMap((layer) => (layer.ok ? [layer.value] : [])))
    : err(first, ...rest);
}
