import { type LayerDefinition, type LocalText, REGISTERS } from '@giapranh/core';
import { fetchJson } from '../server/fetch-json.js';
import { KEPT_REGISTERS, type RegisterId } from './draft.js';

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** As `GET /registers` tells of each: what a record may say. */
export interface RegisterSchema {
  readonly id: RegisterId;
  readonly schema: JsonSchema;
  readonly terms: readonly {
    readonly property: string;
    readonly closed: boolean;
    readonly terms: readonly { readonly id: string; readonly title: LocalText }[];
  }[];
}

export interface FieldTerm {
  readonly id: string;
  readonly title: LocalText;
}

export type FieldKind = 'text' | 'long' | 'number' | 'integer' | 'day' | 'choice' | 'list';

export interface Field {
  readonly name: string;
  readonly title: LocalText;
  readonly kind: FieldKind;
  /** Those to choose from; nothing else when `closed`. */
  readonly terms: readonly FieldTerm[];
  readonly closed: boolean;
  readonly maxLength: number | null;
}

export async function fetchRegisterSchemas(): Promise<readonly RegisterSchema[] | undefined> {
  const answer = await fetchJson<{ registers: readonly (Omit<RegisterSchema, 'id'> & { id: string })[] }>(
    '/registers',
  );
  if (!answer.ok) return undefined;
  return answer.value.registers.flatMap(({ id, schema, terms }) => {
    const known = KEPT_REGISTERS.find((one) => one === id);
    return known === undefined ? [] : [{ id: known, schema, terms }];
  });
}

export function registerDefinition(id: RegisterId): LayerDefinition {
  const found = REGISTERS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no register ${id}`);
  return found;
}

/** Written by other parts of the form, or nothing for people. */
const ELSEWHERE = ['pair', 'bank', 'told', 'unit_code', 'details', 'source', 'valid_from', 'valid_to'];
const LONG = ['note', 'findings'];

/** The fields of a form, in the order of the catalogue: kinds and limits by the server's schema, names by core. */
export function fieldsOf({ id, schema, terms }: RegisterSchema): readonly Field[] {
  const told = schema.properties?.['properties']?.properties ?? {};
  return registerDefinition(id).properties.flatMap(({ name, title }): Field[] => {
    const own = told[name];
    if (own === undefined || ELSEWHERE.includes(name)) return [];
    const plain = (own.anyOf ?? [own]).find(({ type }) => type !== 'null') ?? own;
    const list = terms.find(({ property }) => property === name);
    return [
      {
        name,
        title,
        kind: kindOf(name, plain, list?.closed ?? false),
        terms: list?.terms ?? [],
        closed: list?.closed ?? false,
        maxLength: plain.maxLength ?? null,
      },
    ];
  });
}

function kindOf(name: string, { type, format, enum: values }: JsonSchema, closed: boolean): FieldKind {
  if (closed || values !== undefined) return 'choice';
  if (format === 'date') return 'day';
  if (type === 'integer') return 'integer';
  if (type === 'number') return 'number';
  if (type === undefined) return 'list';
  return LONG.includes(name) ? 'long' : 'text';
}
