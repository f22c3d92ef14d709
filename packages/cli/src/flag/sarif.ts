import {
  type Flag,
  type FlagLevel,
  flagKey,
  type Rule,
  type SiteChange,
  type SiteFlags,
} from '@giapranh/core';
import type { Language } from '../language.js';
import type { FlagResult } from './flag-result.js';

const SARIF_LEVEL: Readonly<Record<FlagLevel, 'error' | 'warning' | 'note'>> = {
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/**
 * SARIF 2.1.0 (OASIS): a result a flag, so that programs that show findings of other tools show these. Compared with
 * a baseline, each result says whether it is new, changed or unchanged, and those that went are listed as absent.
 */
export function sarifLog({ report, rules, input, path, changes }: FlagResult, language: Language): object {
  const ids = rules.map(({ id }) => id);
  const names = new Map(input.sites.map(({ id, name }) => [id, name]));
  const changed = new Map(changes?.sites.map((site) => [site.site_id, site]));
  const place = (site_id: string) => ({
    ...(path === undefined ? {} : { physicalLocation: { artifactLocation: { uri: encodeURI(path) } } }),
    logicalLocations: [{ name: names.get(site_id) || site_id, fullyQualifiedName: site_id, kind: 'site' }],
  });
  const present = report.sites.flatMap((site) =>
    site.flags.map((flag) => ({
      ruleId: flag.rule,
      ruleIndex: ids.indexOf(flag.rule),
      level: SARIF_LEVEL[flag.level],
      message: { text: flag.reason[language] },
      locations: [place(site.site_id)],
      partialFingerprints: { 'giapranh/v1': `${site.site_id}/${flagKey(flag)}` },
      ...(changes === undefined ? {} : { baselineState: stateOf(flag, changed.get(site.site_id)) }),
      properties: properties(site, flag),
    })),
  );
  const absent = [...changed.values()].flatMap(({ site_id, flags_gone }) =>
    flags_gone.map((key) => {
      const ruleId = key.split(':')[0] ?? key;
      return {
        ruleId,
        ...(ids.includes(ruleId) ? { ruleIndex: ids.indexOf(ruleId) } : {}),
        level: 'note',
        message: { text: GONE[language] },
        locations: [place(site_id)],
        partialFingerprints: { 'giapranh/v1': `${site_id}/${key}` },
        baselineState: 'absent',
      };
    }),
  );
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'giapranh', rules: rules.map((rule) => descriptor(rule, language)) },
        },
        columnKind: 'utf16CodeUnits',
        results: [...present, ...absent],
        properties: { as_of: report.as_of, profile: report.profile, inputs: report.inputs },
      },
    ],
  };
}

function descriptor(rule: Rule, language: Language): object {
  return {
    id: rule.id,
    shortDescription: { text: rule.title[language] },
    fullDescription: { text: rule.why[language] },
    defaultConfiguration: { level: SARIF_LEVEL[rule.level] },
    properties: { kind: rule.kind, weight: rule.weight },
  };
}

function stateOf(flag: Flag, change: SiteChange | undefined): 'new' | 'updated' | 'unchanged' {
  const key = flagKey(flag);
  if (change === undefined || change.flags_new.includes(key)) return 'new';
  return change.flags_changed.includes(key) ? 'updated' : 'unchanged';
}

function properties({ communes }: SiteFlags, flag: Flag): object {
  const { level, certainty, facts, documents, bodies } = flag;
  return {
    level,
    certainty,
    facts,
    documents: documents.map(({ number, article }) => [number, article].filter(Boolean).join(', ')),
    bodies: bodies.map(({ name }) => name.vi),
    communes: communes.map(({ code, name }) => `${name} (${code})`),
  };
}

const GONE = { vi: 'Cảnh báo của lần chạy trước không còn.', en: 'A flag of the earlier run is gone.' };
