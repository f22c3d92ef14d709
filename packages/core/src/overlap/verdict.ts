import type { Geometry, Position } from 'geojson';
import { type MetricFrame, metricFrame } from '../geodesy/metric-frame.js';
import type { Bbox } from '../geometry/bbox.js';
import { EdgeIndex } from '../geometry/edge-index.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { LineIndex } from '../geometry/line-index.js';
import { moved } from '../geometry/moved.js';
import { pointLocator } from '../geometry/point-location.js';
import { ok, type Result } from '../result.js';
import { boxWithin } from './nearness.js';
import type { FeatureView } from './prepared/feature-view.js';
import { type Shape, shapeOf } from './shape-measure.js';

/**
 * Whether a site that meets a feature still meets it however far both are off, `error_m` together: whether some place
 * of the one lies deeper than that in the ground of the other.
 */
export function meetsSurely(
  kernel: GeometryKernel,
  site: { readonly geometry: Geometry; readonly box: Bbox },
  feature: FeatureView,
  error_m: number,
): Result<boolean> {
  const window = boxWithin(site.box, 3 * error_m + 1);
  const frame = metricFrame(site.box);
  const shape = shapeOf(site.geometry);
  if (feature.dimension === 2) {
    const edges = feature.edgesNear(window);
    const inside = (lon: number, lat: number): boolean => feature.contains(lon, lat);
    if (someDeep(placesOf(shape), inside, edges, frame, error_m)) return ok(true);
    const near = feature.within(window);
    return near.ok ? erodedMeets(kernel, near.value, site.geometry, frame, error_m) : near;
  }
  if (shape.dimension < 2) return ok(false);
  const ground = pointLocator(shape.ground);
  const siteEdges = new EdgeIndex(shape.ground).edgesNear(window);
  const near = feature.edgesNear(site.box);
  if (someDeep(near.flat(), (lon, lat) => ground.contains(lon, lat), siteEdges, frame, error_m))
    return ok(true);
  const lines: Geometry = { type: 'MultiLineString', coordinates: near };
  return erodedMeets(kernel, shape.ground, lines, frame, error_m);
}

/** Whether one of some places lies inside and farther than `error_m` from all edges. */
function someDeep(
  places: readonly Position[],
  inside: (lon: number, lat: number) => boolean,
  edges: readonly [Position, Position][],
  frame: MetricFrame,
  error_m: number,
): boolean {
  const index = new LineIndex(edges.map((edge) => edge.map((place) => frame.toMetric(place))));
  return places.some((place) => {
    const [lon = 0, lat = 0] = place;
    if (!inside(lon, lat)) return false;
    const [x, y] = frame.toMetric(place);
    return index.nearest(x, y, error_m).segment < 0;
  });
}

/** The exact question where no vertex answers it: the ground shrunk by the error bar still meets the other. */
function erodedMeets(
  kernel: GeometryKernel,
  ground: Geometry,
  other: Geometry,
  frame: MetricFrame,
  error_m: number,
): Result<boolean> {
  const toPlane = (place: Position): Position => frame.toMetric(place);
  const shrunk = kernel.buffer(moved(shapeOf(ground).ground, toPlane), -error_m);
  if (!shrunk.ok) return shrunk;
  const prepared = kernel.prepare(shrunk.value);
  if (!prepared.ok) return prepared;
  const meets = prepared.value.intersects(moved(other, toPlane));
  prepared.value.dispose();
  return meets;
}

function placesOf(shape: Shape): Position[] {
  return [...shape.points, ...shape.lines.coordinates.flat(), ...shape.ground.coordinates.flat(2)];
}
