import { expect, it } from 'vitest';
import { createStore } from './store.js';
import { DEFAULT_STATE } from './view-state.js';

it('tells its listeners what changed until they end it, even while it tells them', () => {
  const store = createStore(DEFAULT_STATE);
  const told: string[] = [];
  const end = store.subscribe((state, before) => {
    told.push(`${before.lang}>${state.lang}`);
    end();
  });
  store.subscribe(() => told.push('other'));
  store.set({ lang: 'en' });
  store.set({ lang: 'vi' });
  expect(told).toEqual(['vi>en', 'other', 'other']);
});
