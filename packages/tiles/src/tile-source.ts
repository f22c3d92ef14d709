import { type IsoDate, isValidOn, type LayerDefinition, type LayerFeature } from '@giapranh/core';
import { clipLine, clipRing } from './cut/clip.js';
import { encodeLayer, type TileFeature } from './cut/encode.js';
import { EXTENT, POINT_BUFFER, POINT_CELL, STEPS_PER_PIXEL, type TileFrame, tileFrame } from './cut/grid.js';
import { HotPixels, PointSet } from './cut/hot-pixels.js';
import { traceRings } from './cut/trace-rings.js';
import { labelsLayerId } from './label-layer.js';
import { type PreparedFeature, type PreparedLayer, prepareLayers } from './prepare.js';
import { isCrowded, keepsPixel, labelBuffer } from './tile-rules.js';
import { type ZoomFeature, ZoomLevels } from './zoom-levels.js';

/** A tile of one layer, and what it could not show. */
export interface LayerTile {
  /** MVT 2.1; empty when nothing is drawn. Tiles of several layers are such bytes one after another. */
  readonly data: Uint8Array;
  /** Features drawn, labels not counted. */
  readonly features: number;
  /** Features that touch the tile and are too small or thin to have a shape on its grid. */
  readonly collapsed: number;
  /** Points left out because a more important one stands in the same sixteen pixels. */
  readonly thinned: number;
}

export interface TileSource {
  readonly definition: LayerDefinition;
  /** The bytes of a tile; `undefined` when nothing of the layer is in it. */
  tile(z: number, x: number, y: number): Uint8Array | undefined;
  /** The same with its counts; `undefined` when nothing of the layer comes near. */
  cut(z: number, x: number, y: number, choice?: Choice): LayerTile | undefined;
  /** Tiles of the layer after an edit: features that are the same object are not thinned again. */
  with(layer: PreparedLayer): TileSource;
}

/** Which features a tile is for. */
export interface Choice {
  /** Whom it is for: what they may not see leaves no trace, not even a bend in a neighbour's line. */
  readonly mayShow?: KeepFeature;
  /** What was asked for: the others are left out, and these are drawn as they are beside them. */
  readonly isWanted?: KeepFeature;
}

type KeepFeature = (feature: PreparedFeature) => boolean;

/** One for all: a tile is cut without yielding, and leaves the set empty. */
const seen = new PointSet();

/** A square of one screen pixel. */
function pixelSquare(x: number, y: number): number[] {
  const half = STEPS_PER_PIXEL / 2;
  const [west, east, north, south] = [x - half, x + half, y - half, y + half];
  return [west, north, east, north, east, south, west, south];
}

function pointIn(frame: TileFrame, x: number, y: number, buffer: number): [number, number] | undefined {
  const [column, row] = [Math.round(x * frame.scale - frame.left), Math.round(y * frame.scale - frame.top)];
  const [least, most] = [-buffer, EXTENT + buffer];
  // The far edge belongs to the next tile.
  const inside = column >= least && column < most && row >= least && row < most;
  return inside ? [column, row] : undefined;
}

type Drawn = readonly (readonly number[])[];

function drawPoints({ feature }: ZoomFeature, frame: TileFrame): Drawn {
  return feature.lines.flatMap(({ xy }) => {
    const point = pointIn(frame, xy[0] ?? 0, xy[1] ?? 0, POINT_BUFFER);
    return point === undefined ? [] : [point];
  });
}

/** Points of a crowded layer: the first of each cell stays, in the order of the layer, which is its importance. */
function thinPoints(drawn: readonly Drawn[]): Drawn[] {
  const taken = new Set<string>();
  return drawn.map((points) =>
    points.filter(([x = 0, y = 0]) => {
      const cell = `${Math.floor(x / POINT_CELL)} ${Math.floor(y / POINT_CELL)}`;
      return !taken.has(cell) && taken.add(cell);
    }),
  );
}

/** What is drawn of each candidate; `undefined` where it touches the tile and collapses on its grid. */
function drawAll(
  candidates: readonly ZoomFeature[],
  frame: TileFrame,
  keepsPixel: boolean,
  isWanted: KeepFeature,
): (Drawn | undefined)[] {
  const clipped = candidates.map(({ feature, lines }) =>
    feature.kind === 'point'
      ? []
      : feature.kind === 'line'
        ? lines.flatMap((xy) => clipLine(xy, frame))
        : lines.map((xy) => clipRing(xy, frame)).filter((ring) => ring.length > 0),
  );
  const hot = new HotPixels(clipped.flat(), seen);
  return candidates.map((candidate, at) => {
    const lines = clipped[at] ?? [];
    const { feature } = candidate;
    if (!isWanted(feature)) return [];
    if (feature.kind === 'point') return drawPoints(candidate, frame);
    if (lines.length === 0) return [];
    if (feature.kind === 'line') {
      const bent = lines.map((line) => hot.bend(line, false)).filter((line) => line.length >= 4);
      return bent.length === 0 ? undefined : bent;
    }
    const drawn = traceRings(
      lines.map((ring) => hot.bend(ring, true)),
      seen,
    ).flat();
    if (drawn.length > 0) return drawn;
    const [x, y] = feature.label ?? feature.lines[0]?.xy ?? [];
    if (!keepsPixel || x === undefined || y === undefined) return undefined;
    const point = pointIn(frame, x, y, POINT_BUFFER);
    return point === undefined ? [] : [pixelSquare(...point)];
  });
}

function toTileFeature(feature: PreparedFeature, kind: TileFeature['kind'], lines: Drawn): TileFeature {
  return { number: feature.tileId, id: feature.id, properties: feature.properties, kind, lines };
}

function cutLabels(
  candidates: readonly ZoomFeature[],
  layer: PreparedLayer,
  frame: TileFrame,
): TileFeature[] {
  const buffer = labelBuffer(layer.definition);
  return candidates.flatMap(({ feature }) => {
    const point = feature.label === null ? undefined : pointIn(frame, ...feature.label, buffer);
    return point === undefined ? [] : [toTileFeature(feature, 'point', [point])];
  });
}

function countDrawn(drawn: readonly (Drawn | undefined)[]): number {
  return drawn.filter((lines) => lines !== undefined && lines.length > 0).length;
}

/** Tiles of one prepared layer as it is on a day. */
export function tileSource(layer: PreparedLayer, asOf?: IsoDate): TileSource {
  return sourceOf(layer, asOf, new ZoomLevels(featuresOn(layer, asOf), layer.definition.zoom.max));
}

function featuresOn({ features }: PreparedLayer, asOf: IsoDate | undefined): PreparedFeature[] {
  return features.filter(({ validity }) => asOf === undefined || isValidOn(validity, asOf));
}

const ALL: KeepFeature = () => true;

function sourceOf(layer: PreparedLayer, asOf: IsoDate | undefined, levels: ZoomLevels): TileSource {
  const { definition } = layer;
  const cut = (
    z: number,
    x: number,
    y: number,
    { mayShow = ALL, isWanted = ALL }: Choice = {},
  ): LayerTile | undefined => {
    if (z < definition.zoom.min || z > definition.zoom.max) return undefined;
    const frame = tileFrame(z, x, y);
    const candidates = levels.within(z, frame).filter(({ feature }) => mayShow(feature));
    if (candidates.length === 0) return undefined;
    const all = drawAll(candidates, frame, keepsPixel(definition), isWanted);
    const crowded = isCrowded(definition, z);
    const drawn = crowded ? thinPoints(all.map((lines) => lines ?? [])) : all;
    const features = drawn.flatMap((lines, at) => {
      const feature = candidates[at]?.feature;
      return feature === undefined || lines === undefined || lines.length === 0
        ? []
        : [toTileFeature(feature, feature.kind, lines)];
    });
    const labels = cutLabels(
      candidates.filter(({ feature }) => isWanted(feature)),
      layer,
      frame,
    );
    const parts = [
      ...(features.length === 0 ? [] : [encodeLayer(definition.id, definition, features)]),
      ...(labels.length === 0 ? [] : [encodeLayer(labelsLayerId(definition.id), definition, labels)]),
    ];
    return {
      data: joinTiles(parts),
      features: features.length,
      collapsed: drawn.filter((lines) => lines === undefined).length,
      thinned: crowded ? countDrawn(all) - features.length : 0,
    };
  };
  return {
    definition,
    cut,
    tile: (z, x, y) => {
      const data = cut(z, x, y)?.data;
      return data === undefined || data.length === 0 ? undefined : data;
    },
    with: (next) => sourceOf(next, asOf, levels.with(featuresOn(next, asOf))),
  };
}

/** Tiles of one layer straight from its features; `prepareLayers` once for layers drawn together. */
export function buildTileSource(
  definition: LayerDefinition,
  features: Iterable<LayerFeature>,
  asOf?: IsoDate,
): TileSource {
  const [layer] = prepareLayers([{ definition, features }]);
  return tileSource(layer ?? { definition, sources: [], features: [] }, asOf);
}

/** One tile of several layers. */
export function joinTiles(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
