import type { Citation, Flag, LocalText, Site, SiteFlags, WhyNot } from '@giapranh/core';
import { STATUS_WORDS } from '../document-words.js';
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
    ...(flag.responsible === null
      ? []
      : [`      ${WORDS.responsible[language]}: ${flag.responsible.name[language]}`]),
    ...(flag.contact === null ? [] : [`      ${WORDS.contact[language]}: ${flag.contact.name[language]}`]),
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

/** `60/2010/QH12, Điều 16–18 (còn hiệu lực)`; what replaced it and what contradicts it too. */
export function documentText(
  { number, article, status, supersededBy = [], conflicts = [] }: Citation,
  language: Language,
): string {
  const by = supersededBy.length === 0 ? '' : ` ${WORDS.by[language]} ${supersededBy.join(', ')}`;
  const against = conflicts.map((other) => `; ${WORDS.against[language]} ${other.number}`).join('');
  return `${number}${article === undefined ? '' : `, ${article}`} (${STATUS_WORDS[status][language]}${by}${against})`;
}

const WORDS = {
  rule: { vi: 'Quy tắc', en: 'Rule' },
  why: { vi: 'Vì sao mức này', en: 'Why this level' },
  documents: { vi: 'Văn bản', en: 'Documents' },
  bodies: { vi: 'Cơ quan', en: 'Bodies' },
  by: { vi: 'bởi', en: 'by' },
  against: { vi: 'mâu thuẫn với', en: 'contradicted by' },
  responsible: { vi: 'Cơ quan chịu trách nhiệm', en: 'Responsible' },
  contact: { vi: 'Đầu mối bên kia', en: 'Contact across the border' },
} as const satisfies Readonly<Record<string, LocalText>>;
