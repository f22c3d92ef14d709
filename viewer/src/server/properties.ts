type Properties = Readonly<Record<string, unknown>>;

/** Text of a property; `undefined` when absent or empty. */
export function text(properties: Properties, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function figure(properties: Properties, name: string): number | undefined {
  const value = properties[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The records of a list property; anything else in it is left out. */
export function records(properties: Properties, name: string): readonly Properties[] {
  const value = properties[name];
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is Properties => typeof one === 'object' && one !== null);
}
