import { err, type IsoDate, issue, type LayerDefinition, ok, type Result } from '@giapranh/core';
import type { Request } from 'express';
import { readDay, readParameters } from '../http/parameters.js';
import { isInMatrix } from '../tiles/tile-address.js';

export interface TilePosition {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

const WHOLE = /^\d{1,9}$/;

/** Column and row of WebMercatorQuad. Issues: `server-tile-outside`. */
export function readTilePosition(z: string, x: string, y: string): Result<TilePosition> {
  const whole = [z, x, y].every((text) => WHOLE.test(text));
  const position = { z: Number(z), x: Number(x), y: Number(y) };
  return whole && isInMatrix(position.z, position.x, position.y)
    ? ok(position)
    : err(
        issue(
          'server-tile-outside',
          ['tile', z, x, y],
          'Không có ô bản đồ này trong WebMercatorQuad.',
          'There is no such tile in WebMercatorQuad.',
        ),
      );
}

/** Deeper than the layers' tiles go: clients enlarge the deepest ones. Issues: `server-tile-too-deep`. */
export function checkDepth(z: number, layers: readonly LayerDefinition[]): Result<number> {
  const deepest = Math.max(...layers.map(({ zoom }) => zoom.max));
  return z <= deepest
    ? ok(z)
    : err(
        issue(
          'server-tile-too-deep',
          ['tile', z],
          `Ô bản đồ của các lớp này dừng ở mức ${deepest}; các mức sâu hơn phóng to từ đó.`,
          `Tiles of these layers end at zoom ${deepest}; deeper zooms are enlarged from there.`,
        ),
      );
}

/** The parameters of a tile: the day, and a version that only makes the address new when the content is. */
export function readTileParameters(
  request: Request,
  today: IsoDate,
  formats: readonly string[],
): Result<{ readonly asOf: IsoDate; readonly version: string | undefined }> {
  const parameters = readParameters(request, ['asOf', 'datetime', 'v'], formats);
  if (!parameters.ok) return parameters;
  const name = parameters.value.has('asOf') ? 'asOf' : 'datetime';
  const text = parameters.value.get(name);
  const day = text === undefined ? ok(today) : readDay(text, name);
  return day.ok ? ok({ asOf: day.value, version: parameters.value.get('v') }) : day;
}
