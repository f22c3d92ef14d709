import { VectorTile } from '@mapbox/vector-tile';
import type { MultiPolygon, Position } from 'geojson';
import { PbfReader } from 'pbf';

export interface DecodedFeature {
  readonly kind: 'point' | 'line' | 'polygon' | 'unknown';
  readonly number: number | undefined;
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  /** Rings of a polygon, parts of a line, points; in steps of the tile. */
  readonly lines: readonly Position[][];
}

/** MVT 2.1, 4.3.4. */
const KINDS = ['unknown', 'point', 'line', 'polygon'] as const;

/** The layers of a tile by name. */
export function decodeTile(bytes: Uint8Array): ReadonlyMap<string, readonly DecodedFeature[]> {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return new Map(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, at): DecodedFeature => {
        const feature = layer.feature(at);
        return {
          kind: KINDS[feature.type] ?? 'unknown',
          number: feature.id,
          properties: feature.properties,
          lines: feature.loadGeometry().map((line) => line.map(({ x, y }) => [x, y])),
        };
      }),
    ]),
  );
}

/** Twice the signed area of a ring, y downwards: positive is a shell. */
export function doubleArea(ring: readonly Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** The rings as the MVT specification groups them: a shell, then its holes. */
export function toPolygons({ lines }: DecodedFeature): MultiPolygon {
  const coordinates: Position[][][] = [];
  for (const ring of lines) {
    if (doubleArea(ring) > 0) coordinates.push([ring]);
    else coordinates.at(-1)?.push(ring);
  }
  return { type: 'MultiPolygon', coordinates };
}

/** Column and row of the tile around a place. */
export function tileAt(lon_deg: number, lat_deg: number, z: number): { z: number; x: number; y: number } {
  const north = Math.asinh(Math.tan((lat_deg * Math.PI) / 180)) / (2 * Math.PI);
  return { z, x: Math.floor((lon_deg / 360 + 0.5) * 2 ** z), y: Math.floor((0.5 - north) * 2 ** z) };
}
