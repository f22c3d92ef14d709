import 'jsts/org/locationtech/jts/monkey.js';
import { bboxOf, spatialIndex } from '@giapranh/core';
import * as turf from '@turf/turf';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';

const reader = new GeoJSONReader();

/** JSTS over the same pairs: planar areas in degrees, as it has no ellipsoid; 2.12 cannot prepare polygons (it throws). */
export function jstsLayer(units) {
  const tree = spatialIndex(units.map(({ geometry }) => bboxOf(geometry)));
  const read = new Map();
  const unitAt = (at) => {
    if (!read.has(at)) read.set(at, reader.read(units[at].geometry));
    return read.get(at);
  };
  return (sites) => {
    let area = 0;
    for (const { geometry } of sites) {
      const site = reader.read(geometry);
      for (const at of tree.search(bboxOf(geometry))) {
        const unit = unitAt(at);
        if (!unit.intersects(site)) continue;
        area += (unit.covers(site) ? site : unit.intersection(site)).getArea();
      }
    }
    return area;
  };
}

/** A JSTS buffer of a line already in the plane, cut by two units. */
export function jstsZone(line, units, width_m, segments) {
  const [border, ...sides] = [line, ...units].map((geometry) => reader.read(geometry));
  return () => {
    const band = border.buffer(width_m, segments);
    return { band, parts: sides.map((side) => band.intersection(side).getArea()) };
  };
}

export const jstsCoordinates = (geometry) => geometry.getCoordinates().map(({ x, y }) => [x, y]);

/** Turf as its examples do it. */
export function turfOverlaps(units) {
  const boxes = spatialIndex(units.map(({ geometry }) => bboxOf(geometry)));
  return (sites) => {
    let pairs = 0;
    let area_m2 = 0;
    for (const { geometry } of sites) {
      for (const at of boxes.search(bboxOf(geometry))) {
        const common = turf.intersect(
          turf.featureCollection([turf.feature(units[at].geometry), turf.feature(geometry)]),
        );
        if (common === null) continue;
        pairs += 1;
        area_m2 += turf.area(common);
      }
    }
    return { pairs, area_m2 };
  };
}

export function turfZone(line, units, width_m) {
  return () => {
    const band = turf.buffer(turf.feature(line), width_m / 1000, { units: 'kilometers' });
    const parts = units.map((unit) => {
      try {
        return turf.area(turf.intersect(turf.featureCollection([band, turf.feature(unit)])) ?? band);
      } catch (error) {
        return `threw: ${error.message}`;
      }
    });
    return { band, parts };
  };
}

export const turfPoints = (band) => turf.coordAll(band);

export function turfLocator(units) {
  const boxes = spatialIndex(units.map(({ geometry }) => bboxOf(geometry)));
  return (point) =>
    boxes.search([...point, ...point]).find((at) => turf.booleanPointInPolygon(point, units[at].geometry));
}

export const turfDistance_m = (point, line) =>
  Math.min(...line.coordinates.map((part) => 1000 * turf.pointToLineDistance(point, turf.lineString(part))));
