import type { DataDrivenPropertyValueSpecification, ExpressionSpecification } from 'maplibre-gl';
import type { Tokens } from './tokens.js';

export function neighbourColour(tokens: Tokens, order: readonly string[], code: string): string {
  const at = order.indexOf(code);
  return tokens.neighbours[at % tokens.neighbours.length] ?? tokens.neighbours[0];
}

/** The colour of a feature by the second code of its `pair`. */
export function neighbourColours(
  tokens: Tokens,
  order: readonly string[],
): DataDrivenPropertyValueSpecification<string> {
  if (order.length === 0) return tokens.neighbours[0];
  const other = ['slice', ['get', 'pair'], ['+', ['index-of', '-', ['get', 'pair']], 1]];
  const cases = order.flatMap((code) => [code, neighbourColour(tokens, order, code)]);
  return ['match', other, ...cases, tokens.neighbours[0]] as ExpressionSpecification;
}
