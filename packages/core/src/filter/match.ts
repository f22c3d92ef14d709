import type { LayerFeature } from '../feature.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import type { Filter, FilterTest } from './filter.js';
import { type PlainFilter, plainFilter } from './plain.js';
import { spatialTest } from './spatial-test.js';
import type { FeatureTest } from './truth.js';
import { bothHold, HOLDS, likeExpression, operandValue, order } from './values.js';

/** Whether the filter asks about geometry, and so needs the kernel. */
export function isSpatialFilter(filter: Filter): boolean {
  if (filter.op === 'and' || filter.op === 'or') return filter.args.some(isSpatialFilter);
  return filter.op === 'not' ? isSpatialFilter(filter.arg) : filter.op.startsWith('s_');
}

/**
 * A checked filter as a test of features, the same answer as both stores': literals are prepared once, geometry is
 * related in the plane of longitude and latitude. Throws RangeError when a spatial filter comes without the kernel.
 */
export function filterMatcher(filter: Filter, kernel?: GeometryKernel): (feature: LayerFeature) => boolean {
  const test = testOf(plainFilter(filter), kernel);
  return (feature) => test(feature) === true;
}

/** One question of one feature; for many features make `filterMatcher` once. */
export function matchesFilter(filter: Filter, feature: LayerFeature, kernel?: GeometryKernel): boolean {
  return filterMatcher(filter, kernel)(feature);
}

function testOf(filter: PlainFilter, kernel: GeometryKernel | undefined): FeatureTest {
  if (filter.op === 'constant') return () => filter.value;
  if (filter.op === 'test') {
    const test = leafOf(filter.test, kernel);
    if (!filter.negated) return test;
    return (feature) => {
      const truth = test(feature);
      return truth === undefined ? undefined : !truth;
    };
  }
  const tests = filter.args.map((arg) => testOf(arg, kernel));
  const decided = filter.op === 'or';
  return (feature) => {
    let unknown = false;
    for (const test of tests) {
      const truth = test(feature);
      if (truth === decided) return decided;
      if (truth === undefined) unknown = true;
    }
    return unknown ? undefined : !decided;
  };
}

function leafOf(test: FilterTest, kernel: GeometryKernel | undefined): FeatureTest {
  switch (test.op) {
    case 'isNull': {
      const value = operandValue(test.value);
      return (feature) => value(feature) === undefined;
    }
    case 'like': {
      const [value, pattern] = [operandValue(test.value), operandValue(test.pattern)];
      const compiled = new Map<string, RegExp>();
      return (feature) => {
        const [text, like] = [value(feature), pattern(feature)];
        if (typeof text !== 'string' || typeof like !== 'string') return undefined;
        const expression = compiled.get(like) ?? likeExpression(like);
        compiled.set(like, expression);
        return expression.test(text);
      };
    }
    case 'between': {
      const [value, low, high] = [operandValue(test.value), operandValue(test.low), operandValue(test.high)];
      return (feature) => {
        const asked = value(feature);
        return bothHold(
          order(low(feature), asked, (d) => d <= 0),
          order(asked, high(feature), (d) => d <= 0),
        );
      };
    }
    case 'in': {
      const [value, list] = [operandValue(test.value), test.list.map(operandValue)];
      return (feature) => {
        const asked = value(feature);
        const answers = list.map((entry) => order(asked, entry(feature), (difference) => difference === 0));
        return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
      };
    }
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const [left, right, holds] = [operandValue(test.left), operandValue(test.right), HOLDS[test.op]];
      return (feature) => order(left(feature), right(feature), holds);
    }
    default:
      return spatialTest(test, kernel);
  }
}
