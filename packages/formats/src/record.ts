/** An object of a parsed file, its values not yet trusted. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a property in NFC, trimmed; `null` when absent, empty or not a text. Numbers become their text. */
export function textOf(record: JsonObject, key: string): string | null {
  const value = record[key];
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  const text = value.normalize('NFC').trim();
  return text === '' ? null : text;
}

export function numberOf(record: JsonObject, key: string): number | null {
  const value = record[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The texts of a list property, NFC, empty ones kept so that lists stay side by side. */
export function textsOf(record: JsonObject, key: string): readonly string[] {
  const value = record[key];
  if (!Array.isArray(value)) return [];
  return value.map((entry) => (typeof entry === 'string' ? entry.normalize('NFC').trim() : ''));
}
