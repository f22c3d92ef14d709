import type { Geometry } from 'geojson';
import { ok, type Result } from '../result.js';
import type { Filter, PlaceOperand } from './filter.js';
import { placeGeometry } from './place.js';

/**
 * The filter with every literal geometry (boxes as polygons) replaced, or the first refusal: how literals are taken
 * to another CRS, and how they are checked.
 */
export function mapFilterPlaces(
  filter: Filter,
  change: (geometry: Geometry) => Result<Geometry>,
): Result<Filter> {
  if (filter.op === 'not') {
    const arg = mapFilterPlaces(filter.arg, change);
    return arg.ok ? ok({ op: 'not', arg: arg.value }) : arg;
  }
  if (filter.op === 'and' || filter.op === 'or') {
    const args: Filter[] = [];
    for (const part of filter.args) {
      const mapped = mapFilterPlaces(part, change);
      if (!mapped.ok) return mapped;
      args.push(mapped.value);
    }
    return ok({ op: filter.op, args });
  }
  if (!isSpatial(filter)) return ok(filter);
  const [left, right] = [mapPlace(filter.left, change), mapPlace(filter.right, change)];
  if (!left.ok) return left;
  return right.ok ? ok({ op: filter.op, left: left.value, right: right.value }) : right;
}

type Spatial = Extract<Filter, { readonly op: `s_${string}` }>;

function isSpatial(filter: Filter): filter is Spatial {
  return filter.op.startsWith('s_');
}

function mapPlace(
  operand: PlaceOperand,
  change: (geometry: Geometry) => Result<Geometry>,
): Result<PlaceOperand> {
  if (operand.kind === 'property') return ok(operand);
  const changed = change(placeGeometry(operand));
  return changed.ok ? ok({ kind: 'geometry', geometry: changed.value }) : changed;
}
