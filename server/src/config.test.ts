import { expect, it } from 'vitest';
import { readConfig } from './config.js';

it('has a default for everything', () => {
  const config = readConfig({});
  expect(config.ok && config.value).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    profile: 'bac-kan',
    logLevel: 'info',
  });
  expect(config.ok && config.value.databaseUrl).toBeUndefined();
});

it('takes an empty value for none, and 0 for any port', () => {
  const config = readConfig({ PORT: '0', HOST: '', DATABASE_URL: '', GIAPRANH_PROFILE: 'can-tho' });
  expect(config.ok && config.value).toMatchObject({ port: 0, host: '127.0.0.1', profile: 'can-tho' });
});

it('names every wrong variable at once and repeats no value', () => {
  const config = readConfig({ PORT: '99999', GIAPRANH_LOG: 'loud', DATABASE_URL: 'mysql://u:secret@h/d' });
  expect(config.ok).toBe(false);
  if (config.ok) return;
  expect(config.issues.map(({ path }) => path[0])).toEqual(['PORT', 'GIAPRANH_LOG', 'DATABASE_URL']);
  expect(JSON.stringify(config.issues)).not.toContain('secret');
});
