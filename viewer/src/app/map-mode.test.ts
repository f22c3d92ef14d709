import { expect, it } from 'vitest';
import { createMapModes } from './map-mode.js';

it('gives the map to one tool at a time', () => {
  const modes = createMapModes();
  const ended: string[] = [];
  expect(modes.current()).toBe('ask');
  modes.take('measure', () => ended.push('measure'));
  modes.take('draw', () => ended.push('draw'));
  expect(ended).toEqual(['measure']);
  expect(modes.current()).toBe('draw');
  modes.giveBack('measure');
  expect(modes.current()).toBe('draw');
  modes.giveBack('draw');
  expect(ended).toEqual(['measure', 'draw']);
  expect(modes.current()).toBe('ask');
});
