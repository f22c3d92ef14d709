import type { IssuePath } from '../../issue.js';
import { type FilterFault, type PartBudget, syntaxFault } from '../fault.js';

/** One value inside CQL2 JSON: what it is, where it stands, how deep. */
export interface JsonNode {
  readonly value: unknown;
  readonly path: IssuePath;
  readonly depth: number;
  readonly budget: PartBudget;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function inner(node: JsonNode, value: unknown, ...steps: IssuePath): JsonNode {
  node.budget.spendPart();
  node.budget.checkDepth(node.depth + 1);
  return { value, path: [...node.path, ...steps], depth: node.depth + 1, budget: node.budget };
}

export function expected({ path }: JsonNode, vi: string, en: string): FilterFault {
  const where = path.length === 0 ? '' : ` (${path.join('/')})`;
  return syntaxFault(path, `Bộ lọc JSON${where}: cần ${vi}.`, `Filter JSON${where}: expected ${en}.`);
}

/** The operator's operands, as many as it takes. */
export function operands(node: JsonNode, args: unknown, least: number, most = least): JsonNode[] {
  if (!Array.isArray(args) || args.length < least || args.length > most) {
    const count = least === most ? String(least) : `${least}…`;
    throw expected(node, `"args" gồm ${count} toán hạng`, `"args" of ${count} operands`);
  }
  return args.map((value: unknown, at) => inner(node, value, 'args', at));
}
