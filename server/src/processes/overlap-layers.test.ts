import { fileURLToPath } from 'node:url';
import { type IsoDate, parseIsoDate } from '@giapranh/core';
import { expect, test } from 'vitest';
import { readWorld } from './world.js';

const DATA = fileURLToPath(new URL('../../../data', import.meta.url));

function day(text: string): IsoDate {
  const parsed = parseIsoDate(text);
  if (parsed === undefined) throw new Error(`${text} is no day`);
  return parsed;
}

test('a layer is made ready once for a vintage, not for each question', async () => {
  const read = await readWorld(DATA, 'bac-kan');
  if (!read.ok) throw new Error(read.issues[0].message.en);
  const world = read.value;
  const { overlapLayers } = world;
  const first = overlapLayers.on(world, 'districts', day('2023-05-23'));
  const second = overlapLayers.on(world, 'districts', day('2024-01-01'));
  if (!first.ok || !second.ok) throw new Error('the districts of 2023 are drawn');
  expect(second.value).toBe(first.value);
  expect(second.notes).toEqual(first.notes);
  expect(overlapLayers.built).toBe(1);
  expect(first.value.features.length).toBeGreaterThan(5);
  const later = overlapLayers.on(world, 'provinces', day('2025-08-01'));
  expect(later.ok && later.value).not.toBe(first.value);
  expect(overlapLayers.built).toBe(2);
}, 180_000);
