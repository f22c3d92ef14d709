import { analyseProfile, CATALOG, type LayerDefinition, ok, type Result } from '@giapranh/core';
import { layersOn, type PreparedLayer, prepareLayers } from '@giapranh/tiles';
import { type CommandContext, text } from '../command.js';
import type { Session } from '../session.js';

/**
 * The layers as the server cuts them: analysed and generalised with all the others and in all vintages, so that
 * archives of different layers, and the served tiles, fit each other; then as they are on the session's day.
 */
export function preparedProfile(
  { kernel, sources, asOf }: Session,
  layers: readonly LayerDefinition[],
  context: CommandContext,
): Result<PreparedLayer[]> {
  const { terminal, language } = context;
  const features = analyseProfile(kernel, sources, {
    onProgress: ({ title, done, total }) => terminal.progress(`[${done}/${total}] ${title[language]}`),
  });
  if (!features.ok) return features;
  terminal.progress(text(context, 'Khái quát hóa đường nét…', 'Generalising lines…'));
  const prepared = prepareLayers(
    CATALOG.map((definition) => ({
      definition,
      features: features.value.filter(({ layer }) => layer === definition.id),
    })),
  );
  const chosen = layers.flatMap(({ id }) => prepared.filter(({ definition }) => definition.id === id));
  // An archive is handed on: only what everyone may see goes in.
  const open = layersOn(chosen, asOf).map((layer) => ({
    ...layer,
    features: layer.features.filter(({ secrecy }) => secrecy === 'public'),
  }));
  return ok(open, features.notes);
}
