import { isObject, type JsonObject } from '../record.js';

/** How a placemark is drawn, and what belongs to the drawing programme. */
const OF_THE_DRAWING =
  /^(style|stroke|fill|icon|label|visibility$|open$|coordinateProperties$|timespan$|timestamp$|@geometry-type$)/i;

/** `{ '@type': 'html', value: '<b>…' }` as plain text. */
function plain(value: unknown): unknown {
  if (!isObject(value) || typeof value['value'] !== 'string') return value;
  return value['value']
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a placemark says of itself: name, description and its own data, without how it is drawn. */
export function ownProperties(properties: unknown): JsonObject {
  if (!isObject(properties)) return {};
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([key]) => !OF_THE_DRAWING.test(key))
      .map(([key, value]) => [key, plain(value)]),
  );
}
