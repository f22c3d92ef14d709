import 'jsts/org/locationtech/jts/monkey.js';
import InteriorPoint from 'jsts/org/locationtech/jts/algorithm/InteriorPoint.js';
import Coordinate from 'jsts/org/locationtech/jts/geom/Coordinate.js';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import BufferOp from 'jsts/org/locationtech/jts/operation/buffer/BufferOp.js';
import BufferParameters from 'jsts/org/locationtech/jts/operation/buffer/BufferParameters.js';
import IndexedFacetDistance from 'jsts/org/locationtech/jts/operation/distance/IndexedFacetDistance.js';
import LineMerger from 'jsts/org/locationtech/jts/operation/linemerge/LineMerger.js';
import OverlayOp from 'jsts/org/locationtech/jts/operation/overlay/OverlayOp.js';
import SnapIfNeededOverlayOp from 'jsts/org/locationtech/jts/operation/overlay/snap/SnapIfNeededOverlayOp.js';
import Polygonizer from 'jsts/org/locationtech/jts/operation/polygonize/Polygonizer.js';
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js';
import UnaryUnionOp from 'jsts/org/locationtech/jts/operation/union/UnaryUnionOp.js';
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js';
import TopologyPreservingSimplifier from 'jsts/org/locationtech/jts/simplify/TopologyPreservingSimplifier.js';

/** A vertex of the engine. */
export interface JstsCoordinate {
  readonly x: number;
  readonly y: number;
}

/** What is used of the engine's geometries; the package's own types say `any` almost everywhere. */
export interface JstsGeometry {
  getGeometryType(): string;
  getNumGeometries(): number;
  getGeometryN(index: number): JstsGeometry;
  getCoordinates(): readonly JstsCoordinate[];
  getExteriorRing(): JstsGeometry;
  getNumInteriorRing(): number;
  getInteriorRingN(index: number): JstsGeometry;
  getArea(): number;
  getLength(): number;
  isEmpty(): boolean;
  getDimension(): number;
}

interface JavaList {
  toArray(): JstsGeometry[];
}

/** How two geometries lie to each other, of JTS's intersection matrix. */
export interface JstsRelation {
  isIntersects(): boolean;
  isContains(): boolean;
  isCovers(): boolean;
  isWithin(): boolean;
  isTouches(a: number, b: number): boolean;
  isCrosses(a: number, b: number): boolean;
  isOverlaps(a: number, b: number): boolean;
  isEquals(a: number, b: number): boolean;
}

const factory = new GeometryFactory();

export const make = {
  coordinate: (x: number, y: number): JstsCoordinate => new Coordinate(x, y),
  point: (at: JstsCoordinate): JstsGeometry => factory.createPoint(at),
  line: (path: readonly JstsCoordinate[]): JstsGeometry => factory.createLineString(path),
  ring: (path: readonly JstsCoordinate[]): JstsGeometry => factory.createLinearRing(path),
  polygon: (shell: JstsGeometry, holes: readonly JstsGeometry[]): JstsGeometry =>
    factory.createPolygon(shell, holes),
  emptyPolygon: (): JstsGeometry => factory.createPolygon(),
  points: (parts: readonly JstsGeometry[]): JstsGeometry => factory.createMultiPoint(parts),
  lines: (parts: readonly JstsGeometry[]): JstsGeometry => asGeometry(factory.createMultiLineString(parts)),
  polygons: (parts: readonly JstsGeometry[]): JstsGeometry => asGeometry(factory.createMultiPolygon(parts)),
  collection: (parts: readonly JstsGeometry[]): JstsGeometry =>
    asGeometry(factory.createGeometryCollection(parts)),
} as const;

export type OverlayName = 'INTERSECTION' | 'UNION' | 'DIFFERENCE' | 'SYMDIFFERENCE';

/** Overlay of two that are each of one dimension; retried with snapping where rounding defeats it. */
export function overlay(name: OverlayName, a: JstsGeometry, b: JstsGeometry): JstsGeometry {
  return SnapIfNeededOverlayOp.overlayOp(a, b, OverlayOp[name]);
}

export function unaryUnion(geometry: JstsGeometry): JstsGeometry {
  return UnaryUnionOp.union(geometry);
}

export function relate(a: JstsGeometry, b: JstsGeometry): JstsRelation {
  return RelateOp.relate(a, b);
}

export function buffer(
  geometry: JstsGeometry,
  distance: number,
  segments: number,
  endCap: 1 | 2 | 3,
): JstsGeometry {
  return BufferOp.bufferOp(geometry, distance, new BufferParameters(segments, endCap));
}

export function mergedLines(lines: JstsGeometry): JstsGeometry[] {
  const merger = new LineMerger();
  merger.add(lines);
  const found: JavaList = merger.getMergedLineStrings();
  return found.toArray();
}

/** The faces of noded lines. */
export function faces(noded: JstsGeometry): JstsGeometry[] {
  const polygonizer = new Polygonizer();
  polygonizer.add(noded);
  const found: JavaList = polygonizer.getPolygons();
  return found.toArray();
}

interface ValidationError {
  getMessage(): string;
  getCoordinate(): JstsCoordinate | null;
}

export function validationError(geometry: JstsGeometry): ValidationError | null {
  const operation = new IsValidOp(geometry);
  return operation.getValidationError();
}

export function simplified(geometry: JstsGeometry, tolerance: number): JstsGeometry {
  return TopologyPreservingSimplifier.simplify(geometry, tolerance);
}

export function interiorPoint(geometry: JstsGeometry): JstsCoordinate | null {
  return InteriorPoint.getInteriorPoint(geometry);
}

/** Distances to the edges of one geometry, which are indexed once. */
export function facetDistance(geometry: JstsGeometry): (other: JstsGeometry) => number {
  const index = new IndexedFacetDistance(geometry);
  return (other) => index.distance(other);
}

/** The package's classes are typed with `any` members, which would hide mistakes: known only by what is used. */
function asGeometry(made: unknown): JstsGeometry {
  if (!isGeometry(made)) throw new Error('jsts made no geometry');
  return made;
}

function isGeometry(made: unknown): made is JstsGeometry {
  return typeof made === 'object' && made !== null && 'getGeometryType' in made;
}
