import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Twice the signed planar area of a ring: positive when counter-clockwise. Units of the coordinates, squared. */
export function doubleSignedArea(ring: readonly Position[]): number {
  const [originX = 0, originY = 0] = ring[0] ?? [];
  let sum = 0;
  let [lastX, lastY] = [0, 0];
  for (const [x = 0, y = 0] of ring) {
    const [dx, dy] = [x - originX, y - originY];
    sum += lastX * dy - dx * lastY;
    lastX = dx;
    lastY = dy;
  }
  return sum;
}

export function isClockwise(ring: readonly Position[]): boolean {
  return doubleSignedArea(ring) < 0;
}

/** The same ground with rings wound as RFC 7946, section 3.1.6 asks: shells counter-clockwise, holes clockwise. */
export function rewind<G extends Polygon | MultiPolygon>(polygonal: G): G;
export function rewind(polygonal: Polygon | MultiPolygon): Polygon | MultiPolygon {
  return polygonal.type === 'Polygon'
    ? { ...polygonal, coordinates: rewindRings(polygonal.coordinates) }
    : { ...polygonal, coordinates: polygonal.coordinates.map(rewindRings) };
}

function rewindRings(rings: readonly Position[][]): Position[][] {
  return rings.map((ring, index) => (isClockwise(ring) === index > 0 ? ring : ring.toReversed()));
}
