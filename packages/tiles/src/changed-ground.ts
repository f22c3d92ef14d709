import { EXTENT, POINT_BUFFER, POINT_CELL } from './cut/grid.js';
import type { TilePlace } from './pmtiles/hilbert.js';
import type { GeneralisedLine, PreparedFeature } from './prepare.js';
import { type UnitBox, unitBoxesMeet, unitBoxOf } from './unit-box.js';
import type { LayerUpdate } from './update.js';
import { thin, toleranceAt } from './zoom-levels.js';

/**
 * Where an edit shows: boxes of the unit square, zoom by zoom from 0 on. Tiles elsewhere are what they were, to the
 * byte. Plain data, for other threads.
 */
export type ChangedGround = readonly (readonly UnitBox[])[];

/** How far beyond a tile something can stand and still change it: a point in the buffer, and one it gives way to. */
const REACH = (POINT_BUFFER + POINT_CELL) / EXTENT;

function boxOfFeature({ lines, label }: PreparedFeature): UnitBox {
  return unitBoxOf([...lines.map(({ xy }) => xy), ...(label === null ? [] : [Float64Array.from(label)])]);
}

function sameProperties(a: PreparedFeature, b: PreparedFeature): boolean {
  const [own, other] = [Object.entries(a.properties), Object.entries(b.properties)];
  return (
    a.validity.from === b.validity.from &&
    a.validity.to === b.validity.to &&
    a.secrecy === b.secrecy &&
    own.length === other.length &&
    own.every(([name, value]) => b.properties[name] === value)
  );
}

/** The box of what differs between two runs of vertices: all but the beginning and the end they share. */
function differing(a: Float64Array, b: Float64Array): UnitBox | undefined {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  if (start === a.length && start === b.length) return undefined;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  // Whole vertices, and the one before and after: the segments to them move too.
  const first = start - (start % 2) - 2;
  const last = end - (end % 2) - 2;
  return unitBoxOf([a, b].map((xy) => (first < 0 || last < 0 ? xy : xy.subarray(first, xy.length - last))));
}

function changedLines(a: PreparedFeature, b: PreparedFeature, z: number, deepest: number): UnitBox[] {
  if (a.lines === b.lines) return [];
  const tolerance = toleranceAt(z, deepest);
  const drawn = (line: GeneralisedLine | undefined): Float64Array =>
    line === undefined ? new Float64Array() : thin(line, tolerance);
  return a.lines.flatMap((line, at) => {
    const box = differing(drawn(line), drawn(b.lines[at]));
    return box === undefined ? [] : [box];
  });
}

function changedBoxes(gone: PreparedFeature | undefined, come: PreparedFeature | undefined) {
  if (gone === undefined || come === undefined || !sameProperties(gone, come)) {
    const both = [gone, come].flatMap((feature) => (feature === undefined ? [] : [feature]));
    // Of a shape that stays once.
    const boxes = (gone?.lines === come?.lines ? both.slice(0, 1) : both).map(boxOfFeature);
    return () => boxes;
  }
  return (z: number, deepest: number): readonly UnitBox[] => {
    const labels = [gone.label, come.label].filter((label) => label !== null);
    const moved = gone.label?.[0] !== come.label?.[0] || gone.label?.[1] !== come.label?.[1];
    const lines =
      gone.lines.length === come.lines.length
        ? changedLines(gone, come, z, deepest)
        : [boxOfFeature(gone), boxOfFeature(come)];
    return [...lines, ...(moved ? labels.map((label) => unitBoxOf([Float64Array.from(label)])) : [])];
  };
}

/** @param deepest the deepest zoom of the layers' tiles. */
export function changedGround(updates: readonly LayerUpdate[], deepest: number): ChangedGround {
  const changes = updates.flatMap(({ gone, come }) => {
    const key = ({ id, kind }: PreparedFeature): string => `${kind} ${id}`;
    const after = new Map(come.map((feature) => [key(feature), feature]));
    const before = new Set(gone.map(key));
    return [
      ...gone.map((feature) => changedBoxes(feature, after.get(key(feature)))),
      ...come
        .filter((feature) => !before.has(key(feature)))
        .map((feature) => changedBoxes(undefined, feature)),
    ];
  });
  return Array.from({ length: deepest + 1 }, (_, z) =>
    changes.flatMap((boxesOf) => boxesOf(z, deepest)).filter(([west, , east]) => west <= east),
  );
}

/** Whether the edit may show in a tile. */
export function groundTouches(ground: ChangedGround, { z, x, y }: TilePlace): boolean {
  const scale = 2 ** z;
  const reach: UnitBox = [
    (x - REACH) / scale,
    (y - REACH) / scale,
    (x + 1 + REACH) / scale,
    (y + 1 + REACH) / scale,
  ];
  return ground[z]?.some((box) => unitBoxesMeet(box, reach)) ?? false;
}

/** All tiles of a zoom in which the edit may show, each once. */
export function groundTiles(ground: ChangedGround, z: number): TilePlace[] {
  const scale = 2 ** z;
  const within = (at: number): number => Math.max(0, Math.min(scale - 1, Math.floor(at)));
  const found = new Map<string, TilePlace>();
  for (const [west, north, east, south] of ground[z] ?? []) {
    for (let x = within(west * scale - REACH); x <= within(east * scale + REACH); x++) {
      for (let y = within(north * scale - REACH); y <= within(south * scale + REACH); y++) {
        found.set(`${x}/${y}`, { z, x, y });
      }
    }
  }
  return [...found.values()];
}
