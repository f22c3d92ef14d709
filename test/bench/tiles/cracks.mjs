import { loadGeometryKernel } from '@giapranh/core';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

function doubleArea(ring) {
  return ring.reduce((sum, { x, y }, at) => {
    const next = ring[(at + 1) % ring.length];
    return sum + x * next.y - next.x * y;
  }, 0);
}

/** The polygons of a tile's only layer, in steps. */
export function polygonsOf(data) {
  const [layer] = Object.values(new VectorTile(new PbfReader(data)).layers);
  if (layer === undefined) return [];
  return Array.from({ length: layer.length }, (_, at) => layer.feature(at))
    .filter(({ type }) => type === 3)
    .map((feature) => {
      const coordinates = [];
      for (const ring of feature.loadGeometry()) {
        const closed = ring.map(({ x, y }) => [x, y]);
        if (ring.length < 4) continue;
        if (doubleArea(ring) > 0 || coordinates.length === 0) coordinates.push([closed]);
        else coordinates.at(-1).push(closed);
      }
      return { type: 'MultiPolygon', coordinates, code: feature.properties.code };
    });
}

/**
 * What is wrong in tiles of a coverage: `gaps` closed all around by communes, as drawn, and polygons that are not valid.
 */
export async function cracksIn(tiles) {
  const kernel = await loadGeometryKernel();
  let [gaps, invalid, overlap, ground] = [0, 0, 0, 0];
  for (const { data } of tiles) {
    const sound = [];
    for (const polygon of polygonsOf(data)) {
      if (polygon.coordinates.length === 0) continue;
      const reason = kernel.invalidReason(polygon);
      if (reason.ok && reason.value === null) {
        sound.push(polygon);
        continue;
      }
      invalid += 1;
      const made = kernel.makeValid(polygon);
      if (made.ok) sound.push(made.value);
    }
    const union = kernel.union(sound);
    if (!union.ok) continue;
    const parts =
      union.value.type === 'Polygon'
        ? [union.value.coordinates]
        : union.value.type === 'MultiPolygon'
          ? union.value.coordinates
          : [];
    gaps += parts.reduce((sum, rings) => sum + rings.length - 1, 0);
    const area = kernel.area(union.value);
    const sum = sound.reduce((total, polygon) => total + (kernel.area(polygon).value ?? 0), 0);
    if (area.ok) {
      overlap += sum - area.value;
      ground += area.value;
    }
  }
  return { gaps, invalid, overlap_share: ground === 0 ? 0 : overlap / ground };
}
