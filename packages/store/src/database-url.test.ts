import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { parseDatabaseUrl } from './database-url.js';

it('prints without its password, however it is printed', () => {
  const parsed = parseDatabaseUrl(
    'postgres://u:s%40cret@db.local:5433/gis?password=s%40cret&sslmode=disable',
  );
  if (!parsed.ok) throw new Error('refused');
  const url = parsed.value;
  for (const shown of [
    `${url}`,
    JSON.stringify({ url }),
    inspect({ deep: { url } }),
    inspect(url, { showHidden: true }),
  ]) {
    expect(shown).not.toMatch(/s%40cret|s@cret/);
    expect(shown).toContain('db.local:5433/gis');
  }
  expect(url.reveal()).toContain('s%40cret');
});

it('refuses what is no PostgreSQL address, without repeating it', () => {
  for (const text of [
    '',
    'gis',
    'mysql://u:s3cret@h/db',
    'postgres://u:s3cret@h',
    'postgres://u:s3cret@h:x/db',
  ]) {
    const parsed = parseDatabaseUrl(text);
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.code), text).toEqual(['database-url']);
    expect(JSON.stringify(parsed)).not.toContain('s3cret');
  }
});
