import { FLAG_LEVELS, type Flag, type LocalText, MIXED_POLICY_TEXT, type SiteFlags } from '@giapranh/core';
import type { Language } from '../language.js';
import { documentText } from './explanation.js';
import type { FlagResult } from './flag-result.js';
import { CAUSE_WORDS, CERTAINTY_WORDS, CHANGE_WORDS, factText, LEVEL_WORDS, levelWord } from './words.js';

/** The result as a page: what it was worked out from, the counts, what changed, then each flagged site in full. */
export function markdownReport(result: FlagResult, language: Language): string {
  const { report, input } = result;
  const names = new Map(input.sites.map(({ id, name }) => [id, name]));
  const told = report.sites.filter(({ flags, why_not = [] }) => flags.length + why_not.length > 0);
  return `${[
    `# ${WORDS.title[language]} – ${report.profile}, ${report.as_of}`,
    ...basis(result, language),
    ...counts(result, language),
    ...changes(result, language),
    ...told.flatMap((site) => siteSection(site, names.get(site.site_id) ?? '', language)),
  ].join('\n\n')}\n`;
}

function basis({ report: { inputs, summary }, input }: FlagResult, language: Language): readonly string[] {
  return [
    [
      `- ${WORDS.sites[language]}: ${escaped(input.source)} (${summary.site_count})`,
      `- ${WORDS.vintage[language]}: ${inputs.vintage}; ${WORDS.drawing[language]} ${inputs.drawing} (± ${inputs.accuracy_m} m)`,
      `- ${WORDS.rules[language]}: ${inputs.rule_set}`,
      ...Object.entries(inputs.watch_policies).map(([list, policy]) => `- ${WORDS.watch[language]} ${list}: ${policy} (${MIXED_POLICY_TEXT[policy][language]})`), // biome-ignore format: one line
    ].join('\n'),
  ];
}

function counts({ report: { summary } }: FlagResult, language: Language): readonly string[] {
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    [
      row([
        WORDS.level[language],
        ...FLAG_LEVELS.map((level) => LEVEL_WORDS[level][language]),
        WORDS.none[language],
      ]),
      row(['---', ...FLAG_LEVELS.map(() => '---:'), '---:']),
      row([
        WORDS.sites[language],
        ...FLAG_LEVELS.map((level) => summary.sites_by_level[level]),
        summary.site_count - summary.flagged_count,
      ]),
    ].join('\n'),
  ];
}

function changes({ changes: diff }: FlagResult, language: Language): readonly string[] {
  if (diff === undefined) return [];
  const rows = diff.sites
    .filter(({ change }) => change !== 'same')
    .map(
      ({ site_id, change, level_before, level_now }) =>
        `- ${escaped(site_id)}: ${CHANGE_WORDS[change][language]} (${levelWord(level_before, language)} → ${levelWord(level_now, language)})`,
    );
  const head = `## ${WORDS.since[language]} ${diff.baseline.as_of} (${diff.baseline.rule_set})`;
  return [head, rows.length === 0 ? WORDS.unchanged[language] : rows.join('\n')];
}

function siteSection(site: SiteFlags, name: string, language: Language): readonly string[] {
  const place = [...site.communes, ...site.districts, ...site.provinces].map((unit) => unit.name).join(', ');
  return [
    `## ${escaped([site.site_id, name].filter(Boolean).join(' – '))}: ${levelWord(site.level, language)}`,
    ...(place === '' ? [] : [escaped(place)]),
    ...site.flags.map((flag) => flagItem(flag, language)),
    ...(site.why_not === undefined || site.why_not.length === 0
      ? []
      : [
          `### ${WORDS.whyNot[language]}`,
          site.why_not
            .map(
              ({ title, cause, reason }) =>
                `- ${escaped(title[language])} – ${CAUSE_WORDS[cause][language]}: ${escaped(reason[language])}`,
            )
            .join('\n'),
        ]),
  ];
}

function flagItem(flag: Flag, language: Language): string {
  const words = `${LEVEL_WORDS[flag.level][language]}, ${CERTAINTY_WORDS[flag.certainty][language]}`;
  return [
    `- **${escaped(flag.title[language])}** (${words}). ${escaped(flag.reason[language])}`,
    ...flag.facts.map((fact) => `  - ${escaped(factText(fact, language))}`),
    `  - ${WORDS.documents[language]}: ${escaped(flag.documents.map((entry) => documentText(entry, language)).join('; '))}`,
    ...(flag.bodies.length === 0
      ? []
      : [
          `  - ${WORDS.bodies[language]}: ${escaped(flag.bodies.map(({ name }) => name[language]).join('; '))}`,
        ]),
    ...(flag.applied === undefined
      ? []
      : [`  - ${WORDS.why[language]}: ${escaped(flag.applied.why[language])}`]),
  ].join('\n');
}

/** Names come from files: none of their characters may become markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s+/g, ' ');
}

const WORDS = {
  title: { vi: 'Cảnh báo khu vực khoáng sản', en: 'Flagged mineral sites' },
  sites: { vi: 'Khu vực', en: 'Sites' },
  vintage: { vi: 'Mốc đơn vị hành chính', en: 'Vintage' },
  drawing: { vi: 'nét vẽ', en: 'drawing' },
  rules: { vi: 'Bộ quy tắc', en: 'Rule set' },
  watch: { vi: 'Địa bàn cần lưu ý', en: 'Watched ground' },
  level: { vi: 'Mức', en: 'Level' },
  none: { vi: 'không cảnh báo', en: 'not flagged' },
  since: { vi: 'Thay đổi so với lần chạy', en: 'Changes since the run of' },
  unchanged: { vi: 'Không có thay đổi.', en: 'Nothing changed.' },
  whyNot: { vi: 'Các quy tắc không báo', en: 'Rules that did not fire' },
  documents: { vi: 'Văn bản', en: 'Documents' },
  bodies: { vi: 'Cơ quan', en: 'Bodies' },
  why: { vi: 'Vì sao mức này', en: 'Why this level' },
} as const satisfies Readonly<Record<string, LocalText>>;
