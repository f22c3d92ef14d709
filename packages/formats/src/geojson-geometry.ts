import { err, isGeometry, issueAt, ok, positionIssues, type Result, structureIssues } from '@giapranh/core';
import type { Geometry } from 'geojson';

/** A thousand bad vertices have one cause: more issues a geometry would only hide the other features. */
const ISSUES_AT_MOST = 5;

/**
 * A GeoJSON geometry out of untrusted JSON: WGS 84 lon/lat, finite, rings closed. Whether a polygon crosses
 * itself is the geometry kernel's question. Issues: `geometry-not-geojson`, `geometry-coordinate-not-finite`,
 * `geometry-position-out-of-range`, `geometry-too-few-points`, `geometry-ring-unclosed`, the first few.
 */
export function geometryFrom(value: unknown): Result<Geometry> {
  const faults = isGeometry(value) ? positionIssues(value) : structureIssues(value);
  const [first, ...rest] = faults.slice(0, ISSUES_AT_MOST).map((fault) => issueAt(['geometry'], fault));
  if (first !== undefined) return err(first, ...rest);
  if (!isGeometry(value)) throw new Error('a value that is no geometry had no structure issue');
  return ok(value);
}
