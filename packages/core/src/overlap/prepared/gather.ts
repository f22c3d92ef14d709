import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import { pathsOf } from '../../geometry/edge-index.js';
import type { GeometryKernel } from '../../geometry/kernel.js';
import { repairGeometry, rewoundIssue } from '../../geometry/validity.js';
import type { Issue } from '../../issue.js';
import { ok, type Result } from '../../result.js';
import { shapeOf } from '../shape-measure.js';
import type { OverlapFeature } from '../site-overlap.js';
import type { GatheredFeatures } from './build-layer.js';
import { appendPath } from './flat-path.js';
import { Ground } from './ground.js';
import type { FeatureHead, FeatureKind } from './layer-data.js';
import { NumberList } from './number-list.js';
import { isPlainGround } from './plain-ground.js';
import { remarks } from './remarks.js';
import { VertexBuffer } from './vertex-buffer.js';
import { WkbShape } from './wkb-shape.js';

/**
 * The vertices of all features that can be read; the rest are left out, with issues that name them. Plain polygons are
 * checked here, all else by the geometry engine.
 */
export function gatherFeatures(
  kernel: GeometryKernel,
  features: readonly OverlapFeature[],
): { readonly gathered: GatheredFeatures; readonly notes: Issue[] } {
  const vertices = new VertexBuffer(1 << 16);
  const paths = new NumberList();
  const featurePaths = new NumberList();
  const heads: FeatureHead[] = [];
  const notes: Issue[] = [];
  const ground = new Ground();
  paths.push(0);
  featurePaths.push(0);
  features.forEach((feature, index) => {
    const read = readGround(kernel, feature.geometry, ground);
    notes.push(...remarks(read, ['features', index, 'geometry'], feature.id));
    if (!read.ok) return;
    const { flat } = read.value;
    const geometry = geometryOf(read.value.shape);
    const kind = flat ? 'ground' : kindOf(geometry);
    const head = { id: feature.id, layer: feature.layer, kind, error_m: feature.error_m ?? null };
    heads.push(kind === 'mixed' ? { ...head, geometry } : head);
    if (flat) appendGround(ground, vertices, paths);
    else appendPaths(geometry, vertices, paths);
    featurePaths.push(paths.count - 1);
  });
  return { gathered: { heads, vertices, paths, featurePaths }, notes };
}

/** A geometry that can be worked with; `flat` says that it is in the `Ground` too. */
export interface ReadGround {
  readonly shape: Geometry | WkbShape;
  readonly flat: boolean;
}

/** Checks a geometry, repairs it where that needs no guess, and takes its polygons into `ground`. */
export function readGround(
  kernel: GeometryKernel,
  shape: Geometry | WkbShape,
  ground: Ground,
): Result<ReadGround> {
  const held = shape instanceof WkbShape ? ground.readWkb(shape) : isPolygonal(shape) && ground.read(shape);
  if (held && isPlainGround(ground)) {
    return ok({ shape, flat: true }, ground.rewound ? [rewoundIssue()] : []);
  }
  const read = repairGeometry(kernel, geometryOf(shape));
  if (!read.ok) return read;
  const flat = isPolygonal(read.value) && ground.read(read.value);
  return ok({ shape: read.value, flat }, read.notes);
}

export function geometryOf(shape: Geometry | WkbShape): Geometry {
  return shape instanceof WkbShape ? shape.geometry : shape;
}

function isPolygonal(geometry: Geometry): geometry is Polygon | MultiPolygon {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
}

function kindOf(geometry: Geometry): FeatureKind {
  const { points, lines, ground } = shapeOf(geometry);
  if (ground.coordinates.length > 0) return 'mixed';
  if (lines.coordinates.length === 0) return 'points';
  return points.length === 0 ? 'lines' : 'mixed';
}

function appendGround(
  { xy, rings, ringCount, vertexCount }: Ground,
  to: VertexBuffer,
  paths: NumberList,
): void {
  const base = to.count;
  to.append(xy, vertexCount);
  for (let ring = 1; ring <= ringCount; ring += 1) paths.push(base + (rings[ring] ?? 0));
}

function appendPaths(geometry: Geometry, to: VertexBuffer, paths: NumberList): void {
  for (const path of pathsOf(geometry)) {
    const before = to.count;
    appendPath(to, Float64Array.from(path.flatMap(([x = 0, y = 0]) => [x, y])), path.length, false);
    // A lone point as an edge without length.
    if (to.count === before + 1) to.push(to.xy[2 * before] ?? 0, to.xy[2 * before + 1] ?? 0);
    paths.push(to.count);
  }
}
