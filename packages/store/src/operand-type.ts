import type { FilterTest } from '@giapranh/core';
import type { LayerTable } from './layer-table.js';

type Scalar = Extract<FilterTest, { readonly op: 'isNull' }>['value'];

const TYPES = {
  string: 'text',
  json: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  date: 'date',
} as const;

/** What a checked filter's operand is, as far as SQL must know. */
export function operandType(table: LayerTable, operand: Scalar): 'text' | 'number' | 'boolean' | 'date' {
  switch (operand.kind) {
    case 'casei':
      return 'text';
    case 'value':
      return typeof operand.value === 'string'
        ? 'text'
        : typeof operand.value === 'number'
          ? 'number'
          : 'boolean';
    case 'property': {
      if (operand.name === 'valid_from' || operand.name === 'valid_to') return 'date';
      const property = table.properties.find(({ name }) => name === operand.name);
      return property === undefined ? 'text' : TYPES[property.type];
    }
    default:
      return 'date';
  }
}
