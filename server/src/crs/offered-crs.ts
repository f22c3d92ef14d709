import {
  type Bbox,
  bboxOf,
  crsDefinition,
  err,
  issue,
  issueAt,
  moved,
  ok,
  type Profile,
  type Result,
  type Transformer,
  transformer,
} from '@giapranh/core';
import type { Geometry, Position } from 'geojson';
import { CRS84 } from '../routes/links.js';

const EPSG = 'http://www.opengis.net/def/crs/EPSG/0/';

/** The URI under which OGC lists a system of ours. */
function crsUri(id: string): string {
  return id === 'OGC:CRS84' ? CRS84 : EPSG + id.replace('EPSG:', '');
}

/** What of a profile names the systems. */
export type CrsOffer = Pick<Profile, 'crs'>;

/** What coordinates are served and taken in: CRS84 first, then the VN-2000 systems of the profile. */
export function offeredCrs({ crs }: CrsOffer): readonly string[] {
  return [CRS84, ...crs.map(crsUri)];
}

/** A system asked for, with the ways from and to what is stored. */
export interface AskedCrs {
  readonly uri: string;
  readonly isStored: boolean;
  /** Issues: `coordinate-*`: a place the system does not reach. */
  fromStored(geometry: Geometry): Result<Geometry>;
  toStored(geometry: Geometry): Result<Geometry>;
  boxToStored(box: Bbox): Result<Bbox>;
}

const STORED: AskedCrs = {
  uri: CRS84,
  isStored: true,
  fromStored: (geometry) => ok(geometry),
  toStored: (geometry) => ok(geometry),
  boxToStored: (box) => ok(box),
};

/**
 * The system of a parameter such as `crs`, by its URI. EPSG gives all VN-2000 grids the axes east, north, the order
 * of GeoJSON, so that nothing is turned around. Issue: `server-crs`.
 */
export function readCrs(text: string | undefined, name: string, profile: CrsOffer): Result<AskedCrs> {
  if (text === undefined || text === CRS84) return ok(STORED);
  const offered = offeredCrs(profile);
  if (!offered.includes(text)) {
    return err(
      issue(
        'server-crs',
        ['query', name],
        `"${name}" không phải là hệ tọa độ có ở đây.`,
        `"${name}" is not a coordinate system offered here.`,
        { vi: `Có: ${offered.join(', ')}`, en: `There is: ${offered.join(', ')}` },
      ),
    );
  }
  const definition = crsDefinition(text);
  if (!definition.ok) return definition;
  const [out, back] = [
    transformer('OGC:CRS84', definition.value.id),
    transformer(definition.value.id, 'OGC:CRS84'),
  ];
  if (!out.ok) return out;
  if (!back.ok) return back;
  const toStored = (geometry: Geometry): Result<Geometry> =>
    movedBy(geometry, back.value, name, DEGREE_DIGITS);
  return ok({
    uri: text,
    isStored: false,
    fromStored: (geometry) => movedBy(geometry, out.value, name, METRE_DIGITS),
    toStored,
    boxToStored: (box) => {
      const edge = toStored({ type: 'LineString', coordinates: edgePoints(box) });
      return edge.ok ? ok(bboxOf(edge.value)) : edge;
    },
  });
}

/** A tenth of a millimetre, and the same on the ground in degrees. */
const METRE_DIGITS = 4;
const DEGREE_DIGITS = 9;

function movedBy(geometry: Geometry, through: Transformer, name: string, digits: number): Result<Geometry> {
  let lost: Position | undefined;
  const scale = 10 ** digits;
  const result = moved(geometry, (position) => {
    const [x = Number.NaN, y = Number.NaN] = position;
    const found = through.tryPoint([x, y]);
    if (found === undefined) lost ??= position;
    return found === undefined ? position : found.map((value) => Math.round(value * scale) / scale);
  });
  if (lost === undefined) return ok(result);
  const fault = through.point([lost[0] ?? Number.NaN, lost[1] ?? Number.NaN]);
  if (fault.ok) throw new Error('a point was refused once and then taken');
  const [first, ...rest] = fault.issues.map((found) => issueAt(['query', name], found));
  if (first === undefined) throw new Error('refused without an issue');
  return err(first, ...rest);
}

const STEPS = 16;

/** Points along the sides: a straight side of one system is curved in another. */
function edgePoints([west, south, east, north]: Bbox): Position[] {
  const along = (from: number, to: number, step: number): number => from + ((to - from) * step) / STEPS;
  return Array.from({ length: STEPS + 1 }, (_, step) => [
    [along(west, east, step), south],
    [along(west, east, step), north],
    [west, along(south, north, step)],
    [east, along(south, north, step)],
  ]).flat();
}
