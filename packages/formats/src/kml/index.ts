export { isZip, kmlOfKmz } from './kmz.js';
export type { KmlFeature } from './parse-kml.js';
export { isKml, parseKml } from './parse-kml.js';
