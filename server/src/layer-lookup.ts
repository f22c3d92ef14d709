import { err, LAYER_IDS, type LayerDefinition, layerDefinition, ok, type Result } from '@giapranh/core';
import { PROBLEMS } from './problem.js';

/** A published layer. Issues: `server-not-built` for an id that is reserved, `server-layer-unknown`. */
export function publishedLayer(id: string): Result<LayerDefinition> {
  const definition = layerDefinition(id);
  if (definition !== undefined) return ok(definition);
  const reserved = LAYER_IDS.some((reservedId) => reservedId === id);
  return err(reserved ? PROBLEMS.later(id) : PROBLEMS.noSuchLayer(id));
}

/** `communes,places`: each once, in the order asked. */
export function publishedLayers(list: string): Result<readonly LayerDefinition[]> {
  const found = [...new Set(list.split(','))].map(publishedLayer);
  const [first, ...rest] = found.flatMap((layer) => (layer.ok ? [] : layer.issues));
  return first === undefined
    ? ok(found.flatMap((layer) => (layer.ok ? [layer.value] : [])))
    : err(first, ...rest);
}
