import { cornerFeatures } from '@giapranh/core';
import type { Feature, FeatureCollection } from 'geojson';
import type { ReadAnswer } from '../compute/protocol.js';
import { COLOURS, placedReadings } from './reading-list.js';

/** The likeliest readings as numbered points where they put the first site; sites whose system is settled as they lie. */
export function candidateFeatures(read: ReadAnswer, crs: string | null): FeatureCollection {
  if (read.kind === 'features') {
    return collection(read.features.map((one) => ({ ...one, properties: { site: true, colour: 0 } })));
  }
  const readings = placedReadings(read.result);
  const points = readings.slice(0, COLOURS).flatMap(({ position, crs: own }, at): Feature[] =>
    position === null
      ? []
      : [
          {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [...position] },
            properties: { number: String(at + 1), colour: at % COLOURS, chosen: own === crs },
          },
        ],
  );
  const sites = cornerFeatures(read.result).map((one): Feature => {
    const at = readings.findIndex((reading) => reading.crs === one.properties?.['crs']);
    return { ...one, properties: { site: true, colour: Math.max(0, at) % COLOURS } };
  });
  // The best on top of the others.
  return collection([...sites, ...points.toReversed()]);
}

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
