import { z } from 'zod';

const position = z.array(z.number()).min(2).max(3);
const line = z.array(position).min(2);
const ring = z.array(position).min(4);
const polygon = z.array(ring).min(1);

const of = <T extends string, C extends z.ZodType>(type: T, coordinates: C) =>
  z.object({ type: z.literal(type), coordinates });

/** A GeoJSON geometry, no collection. */
export const geometrySchema = z
  .discriminatedUnion('type', [
    of('Point', position),
    of('MultiPoint', z.array(position).min(1)),
    of('LineString', line),
    of('MultiLineString', z.array(line).min(1)),
    of('Polygon', polygon),
    of('MultiPolygon', z.array(polygon).min(1)),
  ])
  .meta({ id: 'Geometry', description: 'GeoJSON geometry (RFC 7946)' });
