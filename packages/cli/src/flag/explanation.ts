import type { Citation, Flag, LocalText, Site, SiteFlags, WhyNot } from '@giapranh/core';
import type { Language } from '../language.js';
import { CAUSE_WORDS, CERTAINTY_WORDS, factText, LEVEL_WORDS } from './words.js';

/** The answer for one site in full sentences: each flag with what it stands on, and the rules that did not fire. */
export function explanation(site: Site, { flags, why_not = [] }: SiteFlags, language: Language): string {
  const name = site.name === '' ? site.id : `${site.id} – ${site.name}`;
  const told = flags.flatMap((flag) => (flag.applied === undefined ? [] : flagLines(flag, language)));
  return [name, ...told, ...why_not.flatMap((entry) => whyNotLines(entry, language))].join('\n');
}

function flagLines(flag: Flag, language: Language): readonly string[] {
  const { applied } = flag;
  const parameters = Object.entries(applied?.parameters ?? {})
    .map(([name, value]) => `${name} = ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ');
  return [
    `  ● ${flag.title[language]} [${flag.rule}] – ${LEVEL_WORDS[flag.level][language]}, ${CERTAINTY_WORDS[flag.certainty][language]}`,
    `      ${flag.reason[language]}`,
    ...flag.facts.map((fact) => `      – ${factText(fact, language)}`),
    `      ${WORDS.rule[language]}: ${applied?.kind ?? ''}${parameters === '' ? '' : ` (${parameters})`}`,
    `      ${WORDS.why[language]}: ${applied?.why[language] ?? ''}`,
    `      ${WORDS.documents[language]}: ${flag.documents.map((entry) => documentText(entry, language)).join('; ')}`,
    ...(flag.bodies.length === 0
      ? []
      : [`      ${WORDS.bodies[language]}: ${flag.bodies.map(({ name }) => name[language]).join('; ')}`]),
  ];
}

function whyNotLines({ title, rule, cause, reason, facts }: WhyNot, language: Language): readonly string[] {
  return [
    `  ○ ${title[language]} [${rule}] – ${CAUSE_WORDS[cause][language]}`,
    `      ${reason[language]}`,
    ...facts.map((fact) => `      – ${factText(fact, language)}`),
  ];
}

/** `60/2010/QH12, Điều 16–18 (còn hiệu lực)`. */
export function documentText({ number, article, inForce }: Citation, language: Language): string {
  const force = inForce === null ? WORDS.unknown : inForce ? WORDS.inForce : WORDS.lapsed;
  return `${number}${article === undefined ? '' : `, ${article}`} (${force[language]})`;
}

const WORDS = {
  rule: { vi: 'Quy tắc', en: 'Rule' },
  why: { vi: 'Vì sao mức này', en: 'Why this level' },
  documents: { vi: 'Văn bản', en: 'Documents' },
  bodies: { vi: 'Cơ quan', en: 'Bodies' },
  inForce: { vi: 'còn hiệu lực', en: 'in force' },
  lapsed: { vi: 'hết hiệu lực', en: 'lapsed' },
  unknown: { vi: 'hiệu lực chưa rõ', en: 'validity not known' },
} as const satisfies Readonly<Record<string, LocalText>>;
