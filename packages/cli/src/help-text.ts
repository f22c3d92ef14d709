import type { HelpConfiguration, Option } from 'commander';
import type { Language } from './language.js';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
};

/** What commander says of wrong usage, in Vietnamese; what is not listed stays as it is. */
const FAULTS: readonly (readonly [pattern: RegExp, vi: string])[] = [
  [/^error: unknown command '(.*)'/, "không có lệnh '$1'"],
  [/^error: unknown option '(.*)'/, "không có tùy chọn '$1'"],
  [/^error: missing required argument '(.*)'/, "thiếu tham số '$1'"],
  [/^error: required option '(.*)' not specified/, "thiếu tùy chọn '$1'"],
  [/^error: option '(.*)' argument missing/, "tùy chọn '$1' thiếu giá trị"],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    "tùy chọn '$1' không nhận giá trị '$2'; các giá trị: $3",
  ],
  [
    /^error: too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\./,
    'thừa tham số: cần $2, có $3',
  ],
  [/\(Did you mean (?:one of )?(.*)\?\)/, '(có phải là $1?)'],
];

export function usageFault(told: string, language: Language): string {
  if (language === 'en') return told.replace(/^error:/, 'Error:');
  const translated = FAULTS.reduce((text, [pattern, vi]) => text.replace(pattern, vi), told);
  return `Lỗi: ${translated.replace(/^error: /, '')}`;
}

function limits(option: Option, language: Language): string {
  const parts = [
    ...(option.argChoices === undefined ? [] : [option.argChoices.join(' | ')]),
    ...(option.defaultValue === undefined
      ? []
      : [`${language === 'vi' ? 'mặc định' : 'default'}: ${String(option.defaultValue)}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

/** Titles and limits of help in the language of this run. */
export function helpConfiguration(language: Language): HelpConfiguration {
  return {
    optionDescription: (option) => `${option.description}${limits(option, language)}`,
    argumentDescription: (argument) => argument.description,
    ...(language === 'vi' ? { styleTitle: (title: string) => TITLES[title] ?? title } : {}),
  };
}
