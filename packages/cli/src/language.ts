import { type LocalText, numberText as localNumber } from '@giapranh/core';

export type Language = keyof LocalText;

/** `--lang en` or `--lang=en`, wherever it stands: help and messages need it before options are parsed. */
export function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const given = args[at]?.includes('=') ? args[at]?.split('=')[1] : args[at + 1];
  return at >= 0 && given === 'en' ? 'en' : 'vi';
}

/** Numbers as people of the language write them: `1.234,5` or `1,234.5`. */
export function numberText(value: number, decimals: number, language: Language): string {
  return localNumber(value, decimals)[language];
}
