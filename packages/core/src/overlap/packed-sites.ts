import type { Geometry } from 'geojson';
import { encodeWkb } from '../geometry/wkb.js';
import { WkbShape } from './prepared/wkb-shape.js';
import type { OverlapSite } from './site-overlap.js';

type SiteHead = Pick<OverlapSite, 'id' | 'precision'>;

/**
 * Sites to be handed to another thread: shapes as bytes, which are moved (or lie in shared memory) where arrays of arrays
 * would be copied number by number.
 */
export interface PackedSites {
  readonly heads: readonly SiteHead[];
  /** Where each shape begins in `shapes`. */
  readonly starts: Uint32Array;
  /** WKB, one after the other; third ordinates are left out. */
  readonly shapes: Uint8Array<ArrayBuffer>;
}

/** Sites whose geometries are GeoJSON, as readers give them. */
export function packSites(sites: readonly OverlapSite[]): PackedSites {
  const blocks = sites.map(({ geometry }) => encodeWkb(geometry));
  const starts = new Uint32Array(sites.length);
  const shapes = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  blocks.forEach((block, index) => {
    starts[index] = at;
    shapes.set(block, at);
    at += block.length;
  });
  return { heads: sites.map(({ id, precision }) => ({ id, precision })), starts, shapes };
}

/** Gives each site with its shape, of either form. */
export function eachSite(
  sites: readonly OverlapSite[] | PackedSites,
  visit: (head: SiteHead, shape: Geometry | WkbShape, index: number) => void,
): void {
  if (!('shapes' in sites)) {
    sites.forEach((site, index) => {
      visit(site, site.geometry, index);
    });
    return;
  }
  const { heads, starts, shapes } = sites;
  const view = new DataView(shapes.buffer, shapes.byteOffset, shapes.byteLength);
  heads.forEach((head, index) => {
    visit(head, new WkbShape(view, starts[index] ?? 0), index);
  });
}
