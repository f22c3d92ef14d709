import { AUDIT_COLUMNS } from '../audit.js';
import { type LayerTable, literal, quoted } from '../layer-table.js';
import { RECORD_KINDS, RECORD_TITLES } from '../record-store.js';
import { tableIn } from './postgis-tables.js';

/** What a layer's own changes are told under: `LISTEN` takes the schema's name. */
const AS_OWNER = 'SECURITY DEFINER SET search_path = pg_catalog';
const WRITER = "coalesce(current_setting('giapranh.writer', true), '')";
/** `pg_notify` takes 8,000 bytes; more ids than these are told as the whole layer. */
const MOST_IDS = 200;
const MOST_BYTES = 7_900;

/**
 * The functions behind every layer table, in schema `giapranh`. They run as their owner, so that an editor needs
 * rights on the layer alone. `giapranh.writer` is `load` or `analysis` in our own transactions of that kind.
 */
export const LIVE_FUNCTIONS = `
CREATE SEQUENCE giapranh.revision START 2;
CREATE FUNCTION giapranh.stamp() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $body$
DECLARE writer text := ${WRITER};
BEGIN
  IF NEW.id IS NULL OR NEW.id = '' THEN NEW.id := gen_random_uuid()::text; END IF;
  IF writer = 'load' THEN RETURN NEW; END IF;
  NEW.revision := nextval('giapranh.revision');
  NEW.updated_at := date_trunc('milliseconds', clock_timestamp());
  NEW.provenance := CASE WHEN writer <> 'analysis' THEN 'edited' WHEN TG_OP = 'UPDATE' THEN OLD.provenance ELSE 'loaded' END;
  RETURN NEW;
END $body$;
CREATE FUNCTION giapranh.announce() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $body$
DECLARE
  writer text := ${WRITER};
  rows bigint;
  newest bigint;
  names text[];
  told text;
BEGIN
  IF writer = 'load' THEN RETURN NULL; END IF;
  IF TG_OP <> 'TRUNCATE' THEN
    SELECT count(*), max(revision) INTO rows, newest FROM changed;
    IF rows = 0 THEN RETURN NULL; END IF;
    IF rows <= ${MOST_IDS} THEN
      SELECT array_agg(DISTINCT id) INTO names FROM changed;
      IF TG_OP = 'UPDATE' THEN
        SELECT array_agg(DISTINCT id) INTO names FROM (SELECT id FROM changed UNION ALL SELECT id FROM replaced) AS ids;
      END IF;
    END IF;
    IF TG_ARGV[0] = 'loaded' THEN
      IF TG_OP = 'DELETE' AND writer <> 'analysis' THEN
        EXECUTE format('INSERT INTO %I.removed (layer, id) SELECT %L, id FROM changed ON CONFLICT DO NOTHING', TG_TABLE_SCHEMA, TG_TABLE_NAME);
      ELSIF TG_OP <> 'DELETE' THEN
        EXECUTE format('DELETE FROM %I.removed WHERE layer = %L AND id IN (SELECT id FROM changed)', TG_TABLE_SCHEMA, TG_TABLE_NAME);
      END IF;
    END IF;
  END IF;
  IF TG_OP IN ('DELETE', 'TRUNCATE') THEN newest := nextval('giapranh.revision'); END IF;
  told := json_build_object('table', TG_TABLE_NAME, 'ids', names, 'revision', newest)::text;
  IF octet_length(told) > ${MOST_BYTES} THEN
    told := json_build_object('table', TG_TABLE_NAME, 'ids', NULL, 'revision', newest)::text;
  END IF;
  PERFORM pg_notify(TG_TABLE_SCHEMA, told);
  RETURN NULL;
END $body$;
CREATE FUNCTION giapranh.keep_audit() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $body$
BEGIN
  IF TG_OP = 'DELETE' AND ${WRITER} = 'load' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'the audit is append-only';
END $body$;
`;

/** What makes an insert or update from anywhere stamped and told. */
export function changeTriggers(schema: string, table: LayerTable): string {
  const [name, kind] = [tableIn(schema, table), table.register ? 'register' : 'loaded'];
  const after = (event: string, tables: string) => `
CREATE TRIGGER giapranh_told_${event.toLowerCase()} AFTER ${event} ON ${name} ${tables}
  FOR EACH STATEMENT EXECUTE FUNCTION giapranh.announce('${kind}');`;
  return `
CREATE TRIGGER giapranh_stamp BEFORE INSERT OR UPDATE ON ${name} FOR EACH ROW EXECUTE FUNCTION giapranh.stamp();
${after('INSERT', 'REFERENCING NEW TABLE AS changed')}
${after('UPDATE', 'REFERENCING NEW TABLE AS changed OLD TABLE AS replaced')}
${after('DELETE', 'REFERENCING OLD TABLE AS changed')}
${after('TRUNCATE', '')}`;
}

export function ownColumnComments(schema: string, table: LayerTable): string {
  const comments = {
    id: 'Mã ổn định, duy nhất trong lớp / Stable id, unique in the layer',
    valid_from: 'Ngày đầu có hiệu lực / First day in force',
    valid_to: 'Ngày đầu hết hiệu lực / First day no longer in force',
    secrecy: 'Mức bảo mật: public, internal, restricted / Who may read it',
    provenance:
      'loaded: từ dữ liệu gốc; edited: do người dùng ghi / loaded from the reference data, or edited by people',
    revision: 'Phiên bản, máy tự ghi / Revision, written by the database',
    updated_at: 'Lần sửa cuối, máy tự ghi / Last change, written by the database',
  };
  return Object.entries(comments)
    .map(([column, text]) => `COMMENT ON COLUMN ${tableIn(schema, table)}.${column} IS ${literal(text)};`)
    .join('\n');
}

/** A profile's tables beside its layers. */
export function createRecords(schema: string): string {
  const own = quoted(schema);
  const records = RECORD_KINDS.map((kind) => {
    const { vi, en } = RECORD_TITLES[kind];
    return `
CREATE TABLE IF NOT EXISTS ${own}.${kind} (key text COLLATE "C" PRIMARY KEY, body json NOT NULL, revision bigint NOT NULL);
COMMENT ON TABLE ${own}.${kind} IS ${literal(`${vi} / ${en}`)};`;
  });
  const columns = AUDIT_COLUMNS.slice(1).map((column) => `${quoted(column)} text`);
  return `
CREATE TABLE IF NOT EXISTS ${own}.removed (layer text NOT NULL, id text NOT NULL, PRIMARY KEY (layer, id));
COMMENT ON TABLE ${own}.removed IS ${literal('Đối tượng người dùng đã xóa, lần nạp sau không đưa lại / Features people removed: a new load does not bring them back')};
${records.join('')}
CREATE TABLE IF NOT EXISTS ${own}.audit (seq bigint PRIMARY KEY, ${columns.join(', ')});
COMMENT ON TABLE ${own}.audit IS ${literal('Nhật ký, chỉ ghi thêm, có chuỗi băm / Audit, append-only, hash-chained')};
CREATE OR REPLACE TRIGGER giapranh_keep BEFORE UPDATE OR DELETE ON ${own}.audit FOR EACH ROW EXECUTE FUNCTION giapranh.keep_audit();
CREATE OR REPLACE TRIGGER giapranh_keep_all BEFORE TRUNCATE ON ${own}.audit FOR EACH STATEMENT EXECUTE FUNCTION giapranh.keep_audit();`;
}
