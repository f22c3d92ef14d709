import { type IsoDate, parseIsoDate } from '@giapranh/core';
import { readProfile } from '@giapranh/formats';
import { expect, it } from 'vitest';
import { FOLDERS } from '../checkout.js';
import { fillStyle } from './style.js';

const TEMPLATE =
  '{"u":"{origin}/{z}?{asOf}","s":"{subject}","n":["{neighbour0}","{neighbour1}","{neighbour5}"]}';

async function fill(day: string, origin: string): Promise<unknown> {
  const profile = await readProfile(FOLDERS.data, 'bac-kan');
  const asOf: IsoDate | undefined = parseIsoDate(day);
  if (!profile.ok || asOf === undefined) throw new Error('fixture');
  return JSON.parse(fillStyle(TEMPLATE, profile.value, origin, asOf));
}

it('names the province of the day and the neighbours with ground, and leaves the client its own placeholders', async () => {
  expect(await fill('2023-05-23', 'http://a')).toEqual({
    u: 'http://a/{z}?2023-05-23',
    s: '06',
    n: ['04', '19', '{neighbour5}'],
  });
  expect(await fill('2026-01-01', 'http://a')).toMatchObject({ s: '19' });
  expect(await fill('1990-01-01', 'http://a')).toMatchObject({ s: '06' });
});

it('stays JSON whatever the host says', async () => {
  expect(await fill('2026-01-01', 'http://a"b\\')).toMatchObject({ u: 'http://a"b\\/{z}?2026-01-01' });
});
