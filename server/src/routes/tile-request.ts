import { err, type IsoDate, issue, type LayerDefinition, ok, type Result } from '@giapranh/core';
import type { Request } from 'express';
import { readDay, readParameters } from '../http/parameters.js';
import { isInMatrix } from '../tiles/tile-address.js';
import { readTileFilter, type TileFilter } from './tile-filter.js';

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

/** What a tile is asked for, beside its place. */
export interface TileParameters {
  readonly asOf: IsoDate;
  readonly filter: TileFilter | undefined;
  /** Only makes the address new when the content is. */
  readonly version: string | undefined;
}

/** Understood by tiles and their TileJSON. */
export const FILTER_PARAMETERS = ['filter', 'filter-lang'] as const;

/** Issues: those of `readParameters`, `readDay` and `readTileFilter`. */
export function readTileParameters(
  request: Request,
  layers: readonly LayerDefinition[],
  today: IsoDate,
  formats: readonly string[],
): Result<TileParameters> {
  const known = ['asOf', 'datetime', 'v', ...FILTER_PARAMETERS];
  const parameters = readParameters(request, known, formats);
  if (!parameters.ok) return parameters;
  const name = parameters.value.has('asOf') ? 'asOf' : 'datetime';
  const text = parameters.value.get(name);
  const day = text === undefined ? ok(today) : readDay(text, name);
  if (!day.ok) return day;
  const filter = filterIn(parameters.value, layers);
  if (!filter.ok) return filter;
  return ok({ asOf: day.value, filter: filter.value, version: parameters.value.get('v') });
}

/** The filter among the parameters, checked; `undefined` when there is none. */
export function filterIn(
  parameters: ReadonlyMap<string, string>,
  layers: readonly LayerDefinition[],
): Result<TileFilter | undefined> {
  const text = parameters.get('filter');
  return text === undefined
    ? ok(undefined)
    : readTileFilter(text, parameters.get('filter-lang') ?? 'cql2-text', layers);
}
