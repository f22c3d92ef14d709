import { bboxOf, pointLocator } from '@giapranh/core';

const METRES_PER_DEGREE = 110_600;
/** Sites that stand on a commune's edge: as illegal miners do. */
const ON_EDGE = 0.2;

/** The same numbers on every run (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Synthetic places in the communes, a fifth of them vertices of their edges. */
export function* placesIn(communes, random) {
  const grounds = communes.map(({ geometry }) => ({ box: bboxOf(geometry), locator: undefined, geometry }));
  for (;;) {
    const ground = grounds[Math.floor(random() * grounds.length)];
    const ring = ground.geometry.coordinates[0][0];
    const vertex = ring[Math.floor(random() * ring.length)];
    if (random() < ON_EDGE) {
      yield vertex;
      continue;
    }
    ground.locator ??= pointLocator(ground.geometry);
    const [west, south, east, north] = ground.box;
    let place = vertex;
    for (let tries = 0; tries < 20; tries += 1) {
      const tried = [west + random() * (east - west), south + random() * (north - south)];
      if (!ground.locator.contains(...tried)) continue;
      place = tried;
      break;
    }
    yield place;
  }
}

/** Synthetic sites: star-shaped polygons, `corners` and `radius_m` given as [least, most]. */
export function madeSites(communes, count, { corners, radius_m, seed }) {
  const random = seeded(seed);
  const between = ([least, most]) => least + random() * (most - least);
  const places = placesIn(communes, random);
  return Array.from({ length: count }, (_, at) => {
    const [lon, lat] = places.next().value;
    const size = Math.round(between(corners));
    const radius = between(radius_m) / METRES_PER_DEGREE;
    const phase = random() * 7;
    const ring = Array.from({ length: size }, (_corner, step) => {
      const angle = (2 * Math.PI * step) / size;
      const reach = radius * (0.7 + 0.15 * Math.sin(3 * angle + phase) + 0.15 * random());
      return [
        lon + (reach * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180),
        lat + reach * Math.sin(angle),
      ];
    });
    return { id: String(at), geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] } };
  });
}
