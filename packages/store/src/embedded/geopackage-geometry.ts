import { decodeWkb, encodeWkb } from '@giapranh/core';
import type { Geometry } from 'geojson';
import type { Envelope } from '../stored-geometry.js';

/** GeoPackageBinary (OGC 12-128r17, 2.1.3): magic, version, flags, SRS id, envelope, then WKB. */
const MAGIC = 0x4750;
const FIXED = 8;
const LITTLE_ENDIAN = 0b1;
const ENVELOPE_XY = 0b10;
/** Bytes of the envelope for each value of its indicator: none, xy, xyz, xym, xyzm. */
const ENVELOPE_SIZES = [0, 32, 48, 48, 64] as const;
const WGS84_SRS_ID = 4326;

export function encodeGeoPackageGeometry(geometry: Geometry, envelope: Envelope): Uint8Array {
  const [minx, miny, maxx, maxy] = envelope;
  const bytes = encodeWkb(geometry, FIXED + ENVELOPE_SIZES[1]);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, MAGIC);
  view.setUint8(2, 0);
  view.setUint8(3, LITTLE_ENDIAN | ENVELOPE_XY);
  view.setInt32(4, WGS84_SRS_ID, true);
  [minx, maxx, miny, maxy].forEach((value, index) => {
    view.setFloat64(FIXED + index * 8, value, true);
  });
  return bytes;
}

/** Also what QGIS and GDAL write: any envelope, either byte order. Throws RangeError on anything else. */
export function decodeGeoPackageGeometry(bytes: Uint8Array): Geometry {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0) !== MAGIC) throw new RangeError('not a GeoPackage geometry');
  const size = ENVELOPE_SIZES[(view.getUint8(3) >> 1) & 0b111];
  if (size === undefined) throw new RangeError('a GeoPackage geometry with an unknown envelope');
  return decodeWkb(bytes, FIXED + size);
}
