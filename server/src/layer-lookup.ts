import { CATALOG, err, type LayerDefinition, ok, REGISTERS, type Result } from '@giapranh/core';
import { mayRead, type Reader } from './access/reader.js';
import { PROBLEMS } from './problems.js';

/** The layers whose features the reader may ask for: those of the catalogue, then the registers. */
export function featureLayers(reader: Reader): readonly LayerDefinition[] {
  return [...CATALOG, ...REGISTERS].filter((definition) => mayRead(reader, definition));
}

/** One of `featureLayers`. Issue: `server-layer-unknown`, whether it is hidden or not there. */
export function featureLayer(id: string, reader: Reader): Result<LayerDefinition> {
  const definition = featureLayers(reader).find((layer) => layer.id === id);
  return definition === undefined ? err(PROBLEMS.noSuchLayer(id)) : ok(definition);
}

/** Whether people record in the layer, so that it takes edits: registers, and sites, which are judged as they come. */
export function takesEdits({ id }: LayerDefinition): boolean {
  return id === 'mineral-sites' || REGISTERS.some((register) => register.id === id);
}

/** `communes,places`: each once, in the order asked; all of them or none. Issue: `server-layer-unknown`. */
export function featureLayerList(list: string, reader: Reader): Result<readonly LayerDefinition[]> {
  const found = [...new Set(list.split(','))].map((id) => featureLayer(id, reader));
  const [first, ...rest] = found.flatMap((layer) => (layer.ok ? [] : layer.issues));
  return first === undefined
    ? ok(found.flatMap((layer) => (layer.ok ? [layer.value] : [])))
    : err(first, ...rest);
}
