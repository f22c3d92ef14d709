import { meridianText } from '../../crs/definitions.js';
import { crsDefinition } from '../../crs/lookup.js';
import { transformer } from '../../crs/transformer.js';
import { numberText } from '../../figure-text.js';
import type { LocalText } from '../../issue.js';
import type { SpotNumbers } from './spot-numbers.js';

/** One way to read a pair of coordinates. */
export interface SpotReading {
  /** WGS 84, degrees. */
  readonly lon: number;
  readonly lat: number;
  /** `EPSG:9213`, or `OGC:CRS84` for degrees. */
  readonly crs: string;
  /** The text names the system; otherwise it is one of those tried. */
  readonly stated: boolean;
  /** Which number was taken for what, in which system. */
  readonly how: LocalText;
}

/** Vietnam with its sea, degrees. */
const [WEST, SOUTH, EAST, NORTH] = [102, 6, 118, 24];

const inVietnam = (lon: number, lat: number): boolean =>
  lon >= WEST && lon <= EAST && lat >= SOUTH && lat <= NORTH;

/** Degrees on WGS 84; `undefined` outside Vietnam. */
export function onGlobe({ values, northFirst }: SpotNumbers): SpotReading | undefined {
  const [a, b] = values;
  const [lat, lon] = northFirst ? [a, b] : [b, a];
  if (!inVietnam(lon, lat)) return undefined;
  const [north, east] = [numberText(lat, 6), numberText(lon, 6)];
  return {
    lon,
    lat,
    crs: 'OGC:CRS84',
    stated: true,
    how: {
      vi: `WGS 84: vĩ độ ${north.vi}°, kinh độ ${east.vi}°`,
      en: `WGS 84: latitude ${north.en}°, longitude ${east.en}°`,
    },
  };
}

/** Metres of a projected system; `undefined` where that is not in Vietnam. */
export function onGrid(
  { values, northFirst }: SpotNumbers,
  crs: string,
  stated: boolean,
): SpotReading | undefined {
  const definition = crsDefinition(crs);
  const toGlobe = transformer(crs, 'OGC:CRS84');
  if (!definition.ok || !toGlobe.ok || definition.value.projection === null) return undefined;
  const [a, b] = values;
  const [x_m, y_m] = northFirst ? [a, b] : [b, a];
  const place = toGlobe.value.tryPoint([y_m, x_m]);
  if (place === undefined || !inVietnam(place[0], place[1])) return undefined;
  const { centralMeridian_deg, zoneWidth_deg } = definition.value.projection;
  const [x, y] = [numberText(x_m, 3), numberText(y_m, 3)];
  const meridian = meridianText(centralMeridian_deg);
  const { datum } = definition.value;
  return {
    lon: place[0],
    lat: place[1],
    crs: definition.value.id,
    stated,
    how: {
      vi: `${datum}, múi ${zoneWidth_deg}°, KTT ${meridian}: X ${x.vi} m (bắc), Y ${y.vi} m (đông)`,
      en: `${datum}, ${zoneWidth_deg}° zone, CM ${meridian}: X ${x.en} m (north), Y ${y.en} m (east)`,
    },
  };
}
