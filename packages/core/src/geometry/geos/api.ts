/** Addresses in the engine's memory; 0 is NULL. Aliases for the reader: the engine itself knows only numbers. */
export type Pointer = number;

const FUNCTION_NAMES = [
  'GEOSArea',
  'GEOSBufferParams_create',
  'GEOSBufferParams_destroy',
  'GEOSBufferParams_setEndCapStyle',
  'GEOSBufferParams_setQuadrantSegments',
  'GEOSBufferWithParams',
  'GEOSCoordSeq_copyFromBuffer',
  'GEOSCoordSeq_copyToBuffer',
  'GEOSCoordSeq_destroy',
  'GEOSCoordSeq_getSize',
  'GEOSCoverageSimplifyVW',
  'GEOSCoverageUnion',
  'GEOSDifference',
  'GEOSDistanceIndexed',
  'GEOSEquals',
  'GEOSFree',
  'GEOSGeomTypeId',
  'GEOSGeom_createCollection',
  'GEOSGeom_createEmptyCollection',
  'GEOSGeom_createEmptyPolygon',
  'GEOSGeom_createLineString',
  'GEOSGeom_createLinearRing',
  'GEOSGeom_createPoint',
  'GEOSGeom_createPolygon',
  'GEOSGeom_destroy',
  'GEOSGeom_getCoordSeq',
  'GEOSGetExteriorRing',
  'GEOSGetGeometryN',
  'GEOSGetInteriorRingN',
  'GEOSGetNumGeometries',
  'GEOSGetNumInteriorRings',
  'GEOSIntersection',
  'GEOSLength',
  'GEOSLineMerge',
  'GEOSMakeValidParams_create',
  'GEOSMakeValidParams_destroy',
  'GEOSMakeValidParams_setKeepCollapsed',
  'GEOSMakeValidParams_setMethod',
  'GEOSMakeValidWithParams',
  'GEOSPointOnSurface',
  'GEOSPolygonize',
  'GEOSPrepare',
  'GEOSPreparedContains',
  'GEOSPreparedCovers',
  'GEOSPreparedCrosses',
  'GEOSPreparedDistance',
  'GEOSPreparedGeom_destroy',
  'GEOSPreparedIntersects',
  'GEOSPreparedOverlaps',
  'GEOSPreparedTouches',
  'GEOSPreparedWithin',
  'GEOSSimplify',
  'GEOSSymDifference',
  'GEOSTopologyPreserveSimplify',
  'GEOSUnaryUnion',
  'GEOSUnion',
  'GEOSisEmpty',
  'GEOSisValidDetail',
] as const;

type GeosFunctionName = (typeof FUNCTION_NAMES)[number];

/** What of the emscripten module is used. The heap views are replaced when memory grows: never keep one. */
export interface GeosMemory {
  readonly HEAPF64: Float64Array;
  readonly HEAPU32: Uint32Array;
  _malloc(bytes: number): Pointer;
  _free(address: Pointer): void;
  UTF8ToString(address: Pointer): string;
}

/** The part of GEOS's C interface that is used; `Pointer` and C integers alike are numbers. */
export type GeosApi = Readonly<Record<GeosFunctionName, (...args: number[]) => number>> & {
  readonly Module: GeosMemory;
};

/** Whether the loaded package has every function used here: a changed version is found at the door. */
export function isGeosApi(candidate: unknown): candidate is GeosApi {
  if (typeof candidate !== 'object' || candidate === null) return false;
  const members = new Map(Object.entries(candidate));
  const memory: unknown = members.get('Module');
  if (typeof memory !== 'object' || memory === null) return false;
  return (
    FUNCTION_NAMES.every((name) => typeof members.get(name) === 'function') &&
    'HEAPF64' in memory &&
    'HEAPU32' in memory &&
    '_malloc' in memory
  );
}
