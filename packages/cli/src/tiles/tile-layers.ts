import {
  CATALOG,
  err,
  type Issue,
  issue,
  LAYER_IDS,
  type LayerDefinition,
  ok,
  type Result,
} from '@giapranh/core';

function unknownLayer(id: string): Issue {
  const reserved = LAYER_IDS.some((layer) => layer === id);
  const layers = CATALOG.map((layer) => layer.id).join(', ');
  return issue(
    'layer-unknown',
    ['--layers', id],
    reserved ? `Lớp “${id}” chưa được công bố.` : `Không có lớp “${id}”.`,
    reserved ? `The layer "${id}" is not published yet.` : `There is no layer "${id}".`,
    { vi: `Các lớp: ${layers}.`, en: `Layers: ${layers}.` },
  );
}

/** `communes,borders`: each once, in the order given; without it every public layer. Issue: `layer-unknown`. */
export function tileLayers(given: string | undefined): Result<readonly LayerDefinition[]> {
  if (given === undefined) return ok(CATALOG.filter(({ secrecy }) => secrecy === 'public'));
  const ids = [...new Set(given.split(',').map((id) => id.trim()))];
  const found = ids.flatMap((id) => CATALOG.filter((layer) => layer.id === id));
  const [first, ...rest] = ids.filter((id) => !found.some((layer) => layer.id === id)).map(unknownLayer);
  return first === undefined ? ok(found) : err(first, ...rest);
}
