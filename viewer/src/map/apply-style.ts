import type { LayerSpecification, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { VectorTileSource } from 'maplibre-gl';

type PaintChange = Parameters<MapLibreMap['setPaintProperty']>;
type LayoutChange = Parameters<MapLibreMap['setLayoutProperty']>;

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function paintOf(layer: LayerSpecification): Readonly<Record<string, unknown>> {
  return { ...layer.paint };
}

function layoutOf(layer: LayerSpecification): Readonly<Record<string, unknown>> {
  return 'layout' in layer ? { ...layer.layout } : {};
}

/**
 * Brings the map to `next` from `before` without tearing it down: MapLibre's own diff drops a source whose tiles
 * changed, and the map would go blank while the new ones come.
 */
export function applyStyle(map: MapLibreMap, before: StyleSpecification, next: StyleSpecification): void {
  for (const [id, spec] of Object.entries(next.sources)) {
    const source = map.getSource(id);
    if (source instanceof VectorTileSource && spec.type === 'vector' && !same(spec, before.sources[id])) {
      source.setTiles([...(spec.tiles ?? [])]);
    }
  }
  for (const layer of next.layers) {
    const old = before.layers.find((one) => one.id === layer.id);
    if (old === undefined) continue;
    for (const [name, value] of Object.entries(paintOf(layer))) {
      if (same(value, paintOf(old)[name])) continue;
      map.setPaintProperty(...([layer.id, name, value] as PaintChange));
    }
    for (const [name, value] of Object.entries(layoutOf(layer))) {
      if (same(value, layoutOf(old)[name])) continue;
      map.setLayoutProperty(...([layer.id, name, value] as LayoutChange));
    }
  }
}
