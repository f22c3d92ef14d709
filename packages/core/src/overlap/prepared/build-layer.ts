import { EMPTY_BBOX } from '../../geometry/bbox.js';
import { cellsOf } from './cell-window.js';
import { cornerStates } from './corner-states.js';
import type { Grid } from './grid.js';
import { gridOver } from './grid.js';
import { type FeatureHead, featureBox, type LayerData } from './layer-data.js';
import { NumberList } from './number-list.js';
import type { VertexBuffer } from './vertex-buffer.js';

/** Features whose vertices are gathered: what the index is built over. */
export interface GatheredFeatures {
  readonly heads: readonly FeatureHead[];
  readonly vertices: VertexBuffer;
  readonly paths: NumberList;
  readonly featurePaths: NumberList;
}

/** A run before the runs are sorted by cells: cell, feature with state, first edge, end. */
const RUN_WORDS = 4;

/** Sorts the edges of all features into cells, and says for each cell in which features its corner lies. */
export function buildLayer({ heads, vertices, paths, featurePaths }: GatheredFeatures): LayerData {
  const xy = vertices.xy.slice(0, 2 * vertices.count);
  const bare = { heads, xy, paths: paths.taken(), featurePaths: featurePaths.taken() };
  const boxes = boxesOf(bare);
  const grid = gridOver(unionOf(boxes), vertices.count);
  const edges = new NumberList();
  const runs = new NumberList();
  const data = { ...bare, grid, boxes };
  for (let feature = 0; feature < heads.length; feature += 1) {
    sortFeature(data, feature, edges, runs);
  }
  return { ...data, edges: edges.taken(), ...cellLists(grid, runs) };
}

type Bare = Pick<LayerData, 'heads' | 'xy' | 'paths' | 'featurePaths'>;

function boxesOf({ heads, xy, paths, featurePaths }: Bare): Float64Array {
  const boxes = new Float64Array(4 * heads.length);
  for (let feature = 0; feature < heads.length; feature += 1) {
    let [west, south, east, north] = EMPTY_BBOX;
    const end = paths[featurePaths[feature + 1] ?? 0] ?? 0;
    for (let vertex = paths[featurePaths[feature] ?? 0] ?? 0; vertex < end; vertex += 1) {
      const x = xy[2 * vertex] ?? 0;
      const y = xy[2 * vertex + 1] ?? 0;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    boxes.set([west, south, east, north], 4 * feature);
  }
  return boxes;
}

function unionOf(boxes: Float64Array): readonly [number, number, number, number] {
  let [west, south, east, north] = EMPTY_BBOX;
  for (let at = 0; at < boxes.length; at += 4) {
    west = Math.min(west, boxes[at] ?? 0);
    south = Math.min(south, boxes[at + 1] ?? 0);
    east = Math.max(east, boxes[at + 2] ?? 0);
    north = Math.max(north, boxes[at + 3] ?? 0);
  }
  return [west, south, east, north];
}

/** Adds the runs of one feature, with the edges they point to. */
function sortFeature(
  data: Bare & Pick<LayerData, 'grid' | 'boxes'>,
  feature: number,
  edges: NumberList,
  runs: NumberList,
): void {
  const { xy, grid } = data;
  const window = cellsOf(grid, ...featureBox(data as LayerData, feature));
  const cellCount = window.columns * window.rows;
  const paths: [number, number][] = [];
  for (let path = data.featurePaths[feature] ?? 0; path < (data.featurePaths[feature + 1] ?? 0); path += 1) {
    paths.push([data.paths[path] ?? 0, data.paths[path + 1] ?? 0]);
  }
  const starts = new Uint32Array(cellCount + 1);
  const each = (visit: (cell: number, edge: number) => void): void => {
    for (const [first, end] of paths) {
      for (let edge = first; edge < end - 1; edge += 1) {
        const c0 = Math.floor((xy[2 * edge] ?? 0) * grid.perDegree) - window.column0;
        const c1 = Math.floor((xy[2 * edge + 2] ?? 0) * grid.perDegree) - window.column0;
        const r0 = Math.floor((xy[2 * edge + 1] ?? 0) * grid.perDegree) - window.row0;
        const r1 = Math.floor((xy[2 * edge + 3] ?? 0) * grid.perDegree) - window.row0;
        const [left, right] = c0 < c1 ? [c0, c1] : [c1, c0];
        const [bottom, top] = r0 < r1 ? [r0, r1] : [r1, r0];
        for (let row = bottom; row <= top; row += 1) {
          for (let column = left; column <= right; column += 1) visit(row * window.columns + column, edge);
        }
      }
    }
  };
  each((cell) => {
    starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  });
  for (let cell = 0; cell < cellCount; cell += 1)
    starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
  const base = edges.count;
  const next = starts.slice();
  edges.reserve(starts[cellCount] ?? 0);
  each((cell, edge) => {
    const at = next[cell] ?? 0;
    next[cell] = at + 1;
    edges.values[base + at] = edge;
  });
  edges.count = base + (starts[cellCount] ?? 0);
  const states = data.heads[feature]?.kind === 'ground' ? cornerStates(xy, paths, grid, window) : null;
  for (let cell = 0; cell < cellCount; cell += 1) {
    const from = starts[cell] ?? 0;
    const to = starts[cell + 1] ?? 0;
    const inside = states?.[cell] ?? 0;
    if (from === to && inside === 0) continue;
    const row = Math.floor(cell / window.columns) + window.row0 - grid.row0;
    const column = (cell % window.columns) + window.column0 - grid.column0;
    runs.push(row * grid.columns + column);
    runs.push(2 * feature + inside);
    runs.push(base + from);
    runs.push(base + to);
  }
}

/** Sorts runs by cell. Lists without edges are kept once. */
function cellLists(grid: Grid, found: NumberList): Pick<LayerData, 'cells' | 'lists' | 'runs'> {
  const cellCount = grid.columns * grid.rows;
  const { values } = found;
  const starts = new Uint32Array(cellCount + 1);
  for (let at = 0; at < found.count; at += RUN_WORDS) {
    const cell = values[at] ?? 0;
    starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  }
  for (let cell = 0; cell < cellCount; cell += 1)
    starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
  const order = new Uint32Array(found.count / RUN_WORDS);
  const next = starts.slice();
  for (let at = 0; at < found.count; at += RUN_WORDS) {
    const cell = values[at] ?? 0;
    order[next[cell] ?? 0] = at;
    next[cell] = (next[cell] ?? 0) + 1;
  }
  const cells = new Uint32Array(cellCount);
  const lists = new NumberList();
  const runs = new NumberList();
  const pure = new Map<string, number>();
  // List 0 is the empty one.
  lists.push(0);
  let lastPure = 0;
  for (let cell = 0; cell < cellCount; cell += 1) {
    const from = starts[cell] ?? 0;
    const to = starts[cell + 1] ?? 0;
    if (from === to) continue;
    let edgeless = true;
    for (let at = from; at < to && edgeless; at += 1) {
      const run = order[at] ?? 0;
      edgeless = values[run + 2] === values[run + 3];
    }
    let key = '';
    if (edgeless) {
      if (sameRuns(values, order, from, to, runs, lists, lastPure)) {
        cells[cell] = lastPure;
        continue;
      }
      key = Array.from(order.subarray(from, to), (run) => values[run + 1] ?? 0).join(' ');
      const known = pure.get(key);
      if (known !== undefined) {
        cells[cell] = known;
        lastPure = known;
        continue;
      }
    }
    lists.push(runs.count / 3);
    const list = lists.count - 1;
    cells[cell] = list;
    for (let at = from; at < to; at += 1) {
      const run = order[at] ?? 0;
      runs.push(values[run + 1] ?? 0);
      runs.push(edgeless ? 0 : (values[run + 2] ?? 0));
      runs.push(edgeless ? 0 : (values[run + 3] ?? 0));
    }
    if (edgeless) {
      pure.set(key, list);
      lastPure = list;
    }
  }
  lists.push(runs.count / 3);
  return { cells, lists: lists.taken(), runs: runs.taken() };
}

/** Whether the runs of a cell are those of a list made before. */
function sameRuns(
  values: Uint32Array,
  order: Uint32Array,
  from: number,
  to: number,
  runs: NumberList,
  lists: NumberList,
  list: number,
): boolean {
  const start = lists.values[list] ?? 0;
  const end = list + 1 < lists.count ? (lists.values[list + 1] ?? 0) : runs.count / 3;
  if (list === 0 || end - start !== to - from) return false;
  for (let at = from; at < to; at += 1) {
    if (runs.values[3 * (start + at - from)] !== values[(order[at] ?? 0) + 1]) return false;
  }
  return true;
}
