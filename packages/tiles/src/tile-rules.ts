import type { LayerDefinition } from '@giapranh/core';
import {
  ALL_POINTS_FROM,
  BUFFER,
  EXTENT,
  POINT_BUFFER,
  POINT_CELL,
  STEPS_PER_PIXEL,
  tileFrame,
} from './cut/grid.js';
import { hasLabelsLayer, labelsLayerId } from './label-layer.js';
import { fromUnitSquare } from './mercator.js';
import { tileId } from './tile-id.js';

/** How tiles of a layer are drawn at a zoom, for whoever draws them elsewhere (a database); lengths in steps. */
export interface TileRules {
  readonly grid: {
    readonly extent: number;
    readonly buffer: number;
    readonly pointBuffer: number;
    /** Side of the square in which one point of a crowded layer stands; `null` where all are shown. */
    readonly pointCell: number | null;
    /** Side of what is left of a polygon too small for the grid; `null` where nothing is. */
    readonly pixel: number | null;
  };
  /** The layer of names inside the tile, and how far beyond its edge names are written. */
  readonly labels: { readonly name: string; readonly buffer: number } | null;
}

/**
 * What stays of a polygon that is too small for the grid. Units of a coverage keep the point of their name, so that
 * no square covers a neighbour; what has no neighbours, or no name to keep, is a pixel.
 */
export function keepsPixel({ coverage, label }: LayerDefinition): boolean {
  return !coverage || label === null;
}

/** Whether points of the layer give way to others in the same cell. */
export function isCrowded({ geometry }: LayerDefinition, z: number): boolean {
  return geometry === 'point' && z < ALL_POINTS_FROM;
}

/** A name is written by the one tile its point lies in; where points are drawn, by all that the circle touches. */
export function labelBuffer({ coverage }: LayerDefinition): number {
  return coverage ? 0 : POINT_BUFFER;
}

export function tileRules(definition: LayerDefinition, z: number): TileRules {
  return {
    grid: {
      extent: EXTENT,
      buffer: BUFFER,
      pointBuffer: POINT_BUFFER,
      pointCell: isCrowded(definition, z) ? POINT_CELL : null,
      pixel: keepsPixel(definition) ? STEPS_PER_PIXEL : null,
    },
    labels: hasLabelsLayer(definition)
      ? { name: labelsLayerId(definition.id), buffer: labelBuffer(definition) }
      : null,
  };
}

/** The tile with its widest buffer: west, south, east, north in degrees of CRS84. */
export function tileReach(z: number, x: number, y: number): [number, number, number, number] {
  const { scale, left, top } = tileFrame(z, x, y);
  const [west, north] = fromUnitSquare((left - POINT_BUFFER) / scale, (top - POINT_BUFFER) / scale);
  const far = EXTENT + POINT_BUFFER;
  const [east, south] = fromUnitSquare((left + far) / scale, (top + far) / scale);
  return [west, south, east, north];
}

/** The number a feature of this id has in tiles; of two ids with the same one, the second has the next. */
export function tileNumber(id: string): number {
  return tileId(id, new Set());
}
