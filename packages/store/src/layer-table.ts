import {
  CATALOG,
  issue,
  type LayerDefinition,
  type LayerId,
  type PropertyDefinition,
  REGISTERS,
} from '@giapranh/core';
import { StoreFault } from './store-fault.js';

export type GeometryColumnType = 'MULTIPOLYGON' | 'MULTILINESTRING' | 'POINT' | 'GEOMETRY';

/** How one layer of the catalogue is kept: the same table name and columns in both databases. */
export interface LayerTable {
  readonly layer: LayerDefinition;
  /** The layer id with underscores: `border_zones`. */
  readonly name: string;
  readonly geometryType: GeometryColumnType;
  /** One column each, beside `OWN_COLUMNS`. */
  readonly properties: readonly PropertyDefinition[];
  /** What people record: a load of the profile leaves it alone. */
  readonly register: boolean;
}

const GEOMETRY_TYPES = {
  polygon: 'MULTIPOLYGON',
  line: 'MULTILINESTRING',
  point: 'POINT',
  any: 'GEOMETRY',
} as const satisfies Record<LayerDefinition['geometry'], GeometryColumnType>;

/** Columns of every layer table, beside those of its properties. */
const OWN_COLUMNS = new Set([
  'fid',
  'geom',
  'id',
  'valid_from',
  'valid_to',
  'secrecy',
  'provenance',
  'revision',
  'updated_at',
]);
const IDENTIFIER = /^[a-z][a-z0-9_]{0,40}$/;

const tableOf =
  (register: boolean) =>
  (layer: LayerDefinition): LayerTable => {
    const name = layer.id.replaceAll('-', '_');
    for (const column of [name, ...layer.properties.map((property) => property.name)]) {
      if (!IDENTIFIER.test(column) || OWN_COLUMNS.has(column)) {
        throw new Error(
          `The catalogue's name "${column}" of layer ${layer.id} cannot name a table or column`,
        );
      }
    }
    return {
      layer,
      name,
      geometryType: GEOMETRY_TYPES[layer.geometry],
      properties: layer.properties,
      register,
    };
  };

export const LAYER_TABLES: readonly LayerTable[] = [
  ...CATALOG.map(tableOf(false)),
  ...REGISTERS.map(tableOf(true)),
];

/** What a load of the profile replaces. */
export const LOADED_TABLES = LAYER_TABLES.filter((table) => !table.register);

/**
 * What has no index: sentences, longer than a page of one takes and asked for by parts, which none answers, and what
 * is the same in almost every row of a layer. Structured values (`json`) cannot be asked for.
 */
const NOT_INDEXED = new Set([
  'drawing',
  'findings',
  'note',
  'place',
  'reason_en',
  'reason_vi',
  'reasons_en',
  'reasons_vi',
  'source',
]);

/** Texts that are codes and kinds. Others, which people write, may be longer than a tree of PostgreSQL takes. */
const CODES = new Set([
  'a_code',
  'b_code',
  'code',
  'kind',
  'level',
  'pair',
  'province_code',
  'side',
  'site_id',
  'status',
  'unit_code',
  'vintage',
]);

export function isLongText({ name, type }: PropertyDefinition): boolean {
  return type === 'string' && !CODES.has(name);
}

/** The properties a filter may ask, beside place and id. */
function indexedProperties({ properties }: LayerTable): readonly PropertyDefinition[] {
  return properties.filter(({ name, type }) => type !== 'json' && !NOT_INDEXED.has(name));
}

export function indexedColumns(table: LayerTable): readonly string[] {
  return [...indexedProperties(table).map(({ name }) => name), 'valid_from', 'valid_to'];
}

export function indexOf(table: LayerTable, column: string): string {
  return quoted(`${table.name}_${column}_idx`);
}

/** The property that names the unit a feature belongs to. */
const UNIT = 'unit_code';

/** Whether features of the layer name their unit. */
export function namesUnits({ properties }: LayerTable): boolean {
  return properties.some(({ name }) => name === UNIT);
}

/** The columns a feature is read from, in the order `storedFeature` takes them. */
export function featureColumnNames(table: LayerTable): readonly string[] {
  const names = ['id', 'valid_from', 'valid_to', 'secrecy', 'provenance', 'revision'];
  return [...names, ...table.properties.map(({ name }) => name)];
}

/** Throws `StoreFault` `store-query-layer` for what the catalogue does not publish. */
export function layerTable(id: LayerId): LayerTable {
  const table = LAYER_TABLES.find((entry) => entry.layer.id === id);
  if (table === undefined) {
    throw new StoreFault(
      issue('store-query-layer', ['layer'], 'Không có lớp dữ liệu này.', 'There is no such layer.'),
    );
  }
  return table;
}

/** An SQL identifier. Only names of the catalogue and of the migrations come here. */
export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** An SQL text literal, for the data definition statements that take no parameters. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
