import {
  type BaselineDiff,
  type Flag,
  type FlagReport,
  parseIsoDate,
  type Rule,
  type Site,
  type SiteFlags,
} from '@giapranh/core';
import { expect, test } from 'vitest';
import { explanation } from './explanation.js';
import { markdownReport } from './markdown.js';
import { sarifLog } from './sarif.js';

const asOf = parseIsoDate('2023-05-23');
if (asOf === undefined) throw new Error('not a day');
const both = (vi: string, en: string) => ({ vi, en });

const site: Site = {
  id: 'S1',
  name: 'Mỏ *Một*',
  geometry: { type: 'Point', coordinates: [105.8, 22.1] },
  precision: { kind: 'position', error_m: 5, method: 'GNSS' },
  activity: 'mining',
  mineral: null,
  areaDeclared_m2: null,
  decision: null,
  properties: {},
};
const rule: Rule = {
  id: 'near-500',
  kind: 'near-border',
  title: both('Gần ranh', 'Near'),
  subject: 'mining',
  level: 'high',
  level_if_possible: 'medium',
  level_if_undetermined: 'medium',
  weight: 3,
  why: both('Vì gần.', 'Because near.'),
  documents: [{ id: 'd' }],
  valid_from: null,
  valid_to: null,
  beyond_m: 0,
  within_m: 500,
};
const document = {
  id: 'd',
  number: '1254/STNMT-KS',
  date: null,
  issuer: 'Sở',
  title: both('t', 't'),
  article: 'Điều 1',
  status: 'unknown',
  inForce: null,
  validFrom: null,
  validTo: null,
} as const;
const flag: Flag = {
  rule: 'near-500',
  title: rule.title,
  subject: 'mining',
  weight: 3,
  support: 'unknown',
  level: 'high',
  certainty: 'certain',
  reason: both('S1 cách ranh 100 m.', 'S1 lies 100 m away.'),
  facts: [
    { name: 'distance_m', title: both('Khoảng cách', 'Distance'), value: 100, unit: 'm', error: 35 },
    { name: 'border', title: both('Giáp ranh', 'Border'), value: '06-04' },
  ],
  documents: [document],
  bodies: [{ side: 'own', name: both('UBND xã Một', 'PC of Một'), unit: null }],
  responsible: { side: 'own', name: both('UBND xã Một', 'PC of Một'), unit: null },
  contact: null,
  applied: {
    kind: 'near-border',
    parameters: { beyond_m: 0, within_m: 500 },
    level_from: 'level',
    weight: 3,
    why: rule.why,
    valid_from: null,
    valid_to: null,
  },
};
const judged: SiteFlags = {
  site_id: 'S1',
  vintage: '2023',
  level: 'high',
  provinces: [{ code: '06', vintage: '2023', name: 'Tỉnh Bắc Kạn' }],
  districts: [],
  former_districts: [],
  communes: [{ code: '02020', vintage: '2023', name: 'Xã Một' }],
  flags: [flag],
  why_not: [
    {
      rule: 'watch',
      title: both('Địa bàn', 'Watched'),
      cause: 'not-met',
      reason: both('Ở nơi khác.', 'Elsewhere.'),
      facts: [],
      documents: [],
    },
  ],
};
const report: FlagReport = {
  as_of: asOf,
  profile: 'bac-kan',
  inputs: {
    vintage: '2023',
    drawing: 'communes-2025',
    accuracy_m: 30,
    rule_set: '1',
    rules: ['near-500'],
    watch_policies: { list: 'all' },
    engine: 'e',
    datasets: [],
  },
  sites: [judged],
  summary: {
    site_count: 1,
    flagged_count: 1,
    flag_count: 1,
    sites_by_level: { high: 1, medium: 0, low: 0, info: 0 },
    flags_by_rule: { 'near-500': 1 },
    communes: [],
    districts: [],
    former_districts: [],
  },
};
const changes: BaselineDiff = {
  baseline: { as_of: '2023-01-01', profile: 'bac-kan', rule_set: '1', vintage: '2023' },
  differs_in: ['as_of'],
  counts: { new: 0, worse: 1, better: 0, gone: 1, same: 0 },
  sites: [
    {
      site_id: 'S1',
      change: 'worse',
      level_before: 'medium',
      level_now: 'high',
      flags_new: ['near-500:06-04'],
      flags_gone: [],
      flags_changed: [],
    },
    {
      site_id: 'S0',
      change: 'gone',
      level_before: 'low',
      level_now: null,
      flags_new: [],
      flags_gone: ['near-500:06-19'],
      flags_changed: [],
    },
  ],
};
const input = { source: 'mỏ.geojson', sites: [site], partial: false };
const result = { report, rules: [rule], input, path: 'data/mỏ.geojson', changes };

test('an explanation has the flag, its figures, rule, documents and bodies, and the rules that did not fire', () => {
  expect(explanation(site, judged, 'vi')).toBe(`S1 – Mỏ *Một*
  ● Gần ranh [near-500] – cao, chắc chắn
      S1 cách ranh 100 m.
      – Khoảng cách: 100 m ± 35 m
      – Giáp ranh: 06-04
      Quy tắc: near-border (beyond_m = 0, within_m = 500)
      Vì sao mức này: Vì gần.
      Văn bản: 1254/STNMT-KS, Điều 1 (hiệu lực chưa rõ)
      Cơ quan chịu trách nhiệm: UBND xã Một
      Cơ quan: UBND xã Một
  ○ Địa bàn [watch] – không đúng
      Ở nơi khác.`);
});

test('SARIF has a result a flag, and the flags that went since the baseline', () => {
  expect(sarifLog(result, 'en')).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { rules: [{ id: 'near-500', defaultConfiguration: { level: 'error' } }] } },
        results: [
          {
            ruleId: 'near-500',
            ruleIndex: 0,
            level: 'error',
            message: { text: 'S1 lies 100 m away.' },
            locations: [
              {
                physicalLocation: { artifactLocation: { uri: 'data/m%E1%BB%8F.geojson' } },
                logicalLocations: [{ name: 'Mỏ *Một*', fullyQualifiedName: 'S1' }],
              },
            ],
            partialFingerprints: { 'giapranh/v1': 'S1/near-500:06-04' },
            baselineState: 'new',
          },
          { ruleId: 'near-500', ruleIndex: 0, level: 'note', baselineState: 'absent' },
        ],
      },
    ],
  });
});

test('a page names its basis, the changes and each site; names are never markup', () => {
  const page = markdownReport(result, 'vi');
  expect(page).toContain('# Cảnh báo khu vực khoáng sản – bac-kan, 2023-05-23');
  expect(page).toContain('- S1: nặng hơn (trung bình → cao)');
  expect(page).toContain('- S0: không còn (thấp → –)');
  expect(page).toContain('## S1 – Mỏ \\*Một\\*: cao');
  expect(page).toContain('  - Khoảng cách: 100 m ± 35 m');
  expect(page).toContain('- Địa bàn – không đúng: Ở nơi khác.');
});
