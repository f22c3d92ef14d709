import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../geometry/kernel.js';
import { withRules } from '../profile.js';
import { flagSites } from './flag-sites.js';
import type { Site } from './site.js';
import { box, day, point, siteAt, siteIn, smallContext, smallProfile } from './small-world.fixture.js';

const context = smallContext(await loadGeometryKernel());
const asOf = day('2023-05-23');

function judged(site: Site, options: { asOf?: typeof asOf; rules?: typeof context.profile.rules } = {}) {
  const found = flagSites([site], context, { asOf, whyNot: true, explain: true, ...options });
  if (!found.ok) throw new Error(found.issues[0].message.en);
  const [flags] = found.value;
  if (flags === undefined) throw new Error('no answer');
  return flags;
}

test('every rule is told of, once: by a flag or by why it did not fire', () => {
  const sites = [siteAt('a', point(2, 5)), siteAt('b', box(9.5, 4, 11, 5)), siteIn('c', ['44444', '2023']), siteAt('d', point(50, 50))]; // biome-ignore format: a list
  for (const { flags, why_not = [] } of sites.map((site) => judged(site))) {
    const told = new Set([...flags.map(({ rule }) => rule), ...why_not.map(({ rule }) => rule)]);
    expect([...told].sort()).toEqual(['crosses', 'ring-1000', 'ring-500', 'watch']);
    expect(why_not.filter(({ rule }) => flags.some((flag) => flag.rule === rule))).toEqual([]);
    for (const { reason, documents } of why_not) {
      expect(reason.vi).toMatch(/\.$/);
      expect(documents.length).toBeGreaterThan(0);
    }
  }
});

test('a ring that is far says how far the border is, however far', () => {
  const far = judged(siteAt('a', point(2, 5))).why_not?.find(({ rule }) => rule === 'ring-500');
  expect(far).toMatchObject({ cause: 'not-met' });
  const { value, error } = far?.facts.find(({ name }) => name === 'distance_m') ?? {};
  // Eight units of 0.01° of longitude at 22.1° N.
  expect(value).toBeCloseTo(8255, -1);
  expect(error).toBe(35);
  expect(far?.reason.vi).toBe(
    'a cách đường giáp ranh Bắc – Đông 8,25 km (sai số ±35 m), không ở trong dải không quá 500 m.',
  );
});

test('an outer ring that may hold too names the inner one that speaks for it', () => {
  const outer = judged(siteIn('c', ['44444', '2023'])).why_not?.find(({ rule }) => rule === 'ring-1000');
  expect(outer).toMatchObject({ cause: 'spoken-for', facts: [{ name: 'told_by', value: 'ring-500' }] });
});

test('outside the data nothing is claimed; on another day a rule says when it is in force', () => {
  const causes = judged(siteAt('d', point(50, 50))).why_not?.map(({ cause }) => cause);
  expect(new Set(causes)).toEqual(new Set(['no-data']));
  const rules = context.profile.rules.map((rule) => ({ ...rule, valid_from: day('2024-01-01') }));
  const [first] = judged(siteAt('a', point(2, 5)), { rules }).why_not ?? [];
  expect(first).toMatchObject({ rule: 'watch', cause: 'not-in-force' });
  expect(first?.reason.vi).toBe('Quy tắc áp dụng từ 2024-01-01 đến trước …, không áp dụng ngày 2023-05-23.');
});

test('an explained flag carries the rule as it was asked; unasked, nothing is added', () => {
  const [flag] = judged(siteAt('e', point(9.3, 5))).flags;
  expect(flag?.applied).toEqual({
    kind: 'near-border',
    parameters: { beyond_m: 500, within_m: 1000 },
    level_from: 'level',
    weight: 1,
    why: { vi: 'why', en: 'why' },
    valid_from: null,
    valid_to: null,
  });
  const plain = flagSites([siteAt('e', point(9.3, 5))], context, { asOf });
  expect(JSON.stringify(plain)).not.toMatch(/applied|why_not/);
});

test('another set of rules is checked like the profile’s own', () => {
  const profile = smallProfile();
  const [rule] = profile.rules;
  expect(withRules(profile, { version: '2', rules: [rule] })).toMatchObject({
    ok: true,
    value: { ruleSetVersion: '2', rules: [{ id: 'watch' }] },
  });
  expect(withRules(profile, { version: '2', rules: [rule, rule] })).toMatchObject({
    ok: false,
    issues: [{ code: 'profile-rule-repeated', path: ['rules.json', 'watch'] }],
  });
  expect(withRules(profile, { version: '2', rules: [{ ...rule, watch_list: 'no-list' }] })).toMatchObject({
    ok: false,
    issues: [{ code: 'profile-reference' }],
  });
});
