import type { LayerDefinition } from '../catalog.js';
import type { LocalText } from '../issue.js';

export type QueryableType = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'geometry';

/** What a filter may ask of a layer. */
export interface Queryable {
  readonly name: string;
  readonly title: LocalText;
  readonly type: QueryableType;
}

/** The geometry, the id, the validity and every scalar property of the catalogue. */
export function queryablesOf(layer: LayerDefinition): readonly Queryable[] {
  return [
    { name: 'geometry', title: { vi: 'Hình học', en: 'Geometry' }, type: 'geometry' },
    { name: 'id', title: { vi: 'Mã đối tượng', en: 'Feature id' }, type: 'string' },
    { name: 'valid_from', title: { vi: 'Có hiệu lực từ ngày', en: 'First day in force' }, type: 'date' },
    { name: 'valid_to', title: { vi: 'Hết hiệu lực từ ngày', en: 'First day not in force' }, type: 'date' },
    ...layer.properties.flatMap(({ name, title, type }) => (type === 'json' ? [] : [{ name, title, type }])),
  ];
}
