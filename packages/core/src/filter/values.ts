import type { LayerFeature } from '../feature.js';
import type { ScalarOperand } from './filter.js';
import { likeParts } from './like.js';
import type { Truth } from './truth.js';

type Value = string | number | boolean | undefined;

export const HOLDS = {
  '=': (difference: number) => difference === 0,
  '<>': (difference: number) => difference !== 0,
  '<': (difference: number) => difference < 0,
  '<=': (difference: number) => difference <= 0,
  '>': (difference: number) => difference > 0,
  '>=': (difference: number) => difference >= 0,
} as const;

export function bothHold(a: Truth, b: Truth): Truth {
  return a === false || b === false ? false : a === undefined || b === undefined ? undefined : true;
}

export function order(left: Value, right: Value, holds: (difference: number) => boolean): Truth {
  if (left === undefined || right === undefined) return undefined;
  if (typeof left === 'string' && typeof right === 'string') return holds(textOrder(left, right));
  return holds(Number(left) - Number(right));
}

/** By code points, as UTF-8 bytes sort: the order of both databases. */
function textOrder(left: string, right: string): number {
  if (left === right) return 0;
  const [a, b] = [[...left], [...right]];
  const at = a.findIndex((character, index) => character !== b[index]);
  const point = (characters: readonly string[]): number => characters[at]?.codePointAt(0) ?? -1;
  return at === -1 ? -1 : point(a) - point(b);
}

export function likeExpression(pattern: string): RegExp {
  const parts = likeParts(pattern).map((part) => {
    if (part === 'any') return '.*';
    return part === 'one'
      ? '.'
      : part.text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);
  });
  return new RegExp(`^${parts.join('')}$`, 'su');
}

export function operandValue(operand: ScalarOperand): (feature: LayerFeature) => Value {
  switch (operand.kind) {
    case 'property':
      return (feature) => propertyValue(feature, operand.name);
    case 'casei': {
      const of = operandValue(operand.of);
      return (feature) => {
        const value = of(feature);
        return typeof value === 'string' ? value.toLowerCase() : value;
      };
    }
    default:
      return () => operand.value;
  }
}

function propertyValue(feature: LayerFeature, name: string): Value {
  if (name === 'id') return feature.id;
  if (name === 'valid_from') return feature.validity.from ?? undefined;
  if (name === 'valid_to') return feature.validity.to ?? undefined;
  if (name === 'geometry') return 'geometry';
  const value = feature.properties[name];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}
