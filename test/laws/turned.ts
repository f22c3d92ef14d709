import type { MultiPolygon, Polygon, Position } from 'geojson';

function turnedRing(ring: readonly Position[], random: () => number): Position[] {
  const corners = ring.slice(0, -1);
  const start = Math.floor(random() * corners.length);
  const turned = [...corners.slice(start), ...corners.slice(0, start)];
  return [...turned, ...turned.slice(0, 1)];
}

/** The same ground whose rings begin at other corners. */
export function turned<T extends Polygon | MultiPolygon>(geometry: T, random: () => number): T {
  const coordinates =
    geometry.type === 'Polygon'
      ? geometry.coordinates.map((ring) => turnedRing(ring, random))
      : geometry.coordinates.map((rings) => rings.map((ring) => turnedRing(ring, random)));
  return { ...geometry, coordinates };
}
