import { type LayerTable, literal, quoted } from '../layer-table.js';

const NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
const NEWEST = '(SELECT max(seq) FROM giapranh_change)';

function writtenBy(name: string): string {
  return `EXISTS (SELECT 1 FROM giapranh_writer WHERE name = '${name}')`;
}

const name = (table: LayerTable, event: string) => quoted(`giapranh_${table.name}_${event}`);

export function dropChangeTriggers(table: LayerTable): string {
  return ['insert', 'update', 'delete']
    .map((event) => `DROP TRIGGER IF EXISTS ${name(table, event)};`)
    .join('\n');
}

/**
 * Whoever writes the table, a revision, an instant and an entry of the change table come of it; what people wrote or
 * removed is remembered, so that a new load keeps it. A load writes these columns itself.
 */
export function changeTriggers(table: LayerTable): string {
  const [own, layer] = [quoted(table.name), literal(table.layer.id)];
  const written = ['geom', 'id', 'valid_from', 'valid_to', 'secrecy', ...table.properties.map((p) => p.name)];
  const changed = (row: string) => `INSERT INTO giapranh_change (layer, id) VALUES (${layer}, ${row}.id);`;
  const stamp = (analysis: string) => `UPDATE ${own} SET revision = ${NEWEST}, updated_at = ${NOW},
    provenance = CASE WHEN ${writtenBy('analysis')} THEN ${analysis} ELSE 'edited' END WHERE fid = NEW.fid;`;
  const kept = `DELETE FROM giapranh_removed WHERE layer = ${layer} AND id = NEW.id;`;
  const removed = table.register
    ? ''
    : `INSERT OR IGNORE INTO giapranh_removed (layer, id)
    SELECT ${layer}, OLD.id WHERE NOT ${writtenBy('analysis')};`;
  return `
CREATE TRIGGER ${name(table, 'insert')} AFTER INSERT ON ${own} WHEN NOT ${writtenBy('load')}
BEGIN ${changed('NEW')} ${stamp("'loaded'")} ${kept} END;
CREATE TRIGGER ${name(table, 'update')} AFTER UPDATE OF ${written.map(quoted).join(', ')} ON ${own} WHEN NOT ${writtenBy('load')}
BEGIN
  INSERT INTO giapranh_change (layer, id) SELECT ${layer}, OLD.id WHERE OLD.id <> NEW.id;
  ${changed('NEW')} ${stamp('OLD.provenance')} ${kept}
END;
CREATE TRIGGER ${name(table, 'delete')} AFTER DELETE ON ${own} WHEN NOT ${writtenBy('load')}
BEGIN ${changed('OLD')} ${removed} END;`;
}
