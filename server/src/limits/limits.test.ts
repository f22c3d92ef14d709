import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readConfig } from '../config.js';
import { LIMIT_NAMES, LIMITS, limitVariable } from './limits.js';

it('has every limit in the operator’s page, with its default and its answer', () => {
  const page = readFileSync(new URL('../../../docs/service.md', import.meta.url), 'utf8');
  const rows = page.split('\n').map((row) => row.split('|').map((cell) => cell.trim()));
  for (const name of LIMIT_NAMES) {
    const { otherwise, status } = LIMITS[name];
    const row = rows.find(([, variable]) => variable === `\`${limitVariable(name)}\``);
    expect([name, row?.[2], row?.[4]]).toEqual([
      name,
      String(otherwise),
      status === null ? '–' : String(status),
    ]);
  }
});

it('reads them from the environment, and names each that is not a number in its range', () => {
  const config = readConfig({ GIAPRANH_LIMIT_BODY_BYTES: '2048', GIAPRANH_LIMIT_PAGE: '' });
  expect(config.ok && config.value.limits).toMatchObject({ body_bytes: 2048, page: LIMITS.page.otherwise });
  const wrong = readConfig({ GIAPRANH_LIMIT_BODY_BYTES: '1', GIAPRANH_LIMIT_QUERY_S: 'long' });
  expect(wrong.ok ? [] : wrong.issues.map(({ path }) => path[0])).toEqual([
    'GIAPRANH_LIMIT_BODY_BYTES',
    'GIAPRANH_LIMIT_QUERY_S',
  ]);
});
