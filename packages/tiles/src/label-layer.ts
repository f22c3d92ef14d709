import type { LayerDefinition } from '@giapranh/core';

/** The layer inside a tile that carries one point a feature: where its name is written. */
export function labelsLayerId(layerId: string): string {
  return `${layerId}-labels`;
}

/** Whether tiles of the layer carry a labels layer beside it. */
export function hasLabelsLayer({ label, geometry }: LayerDefinition): boolean {
  return label !== null && (geometry === 'polygon' || geometry === 'any');
}
