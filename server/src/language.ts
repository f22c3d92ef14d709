import type { LocalText } from '@giapranh/core';
import type { Request } from 'express';

export type Language = keyof LocalText;

export const LANGUAGES = ['vi', 'en'] as const satisfies readonly Language[];

/** `lang` in the address, else what the client accepts, else Vietnamese. */
export function languageOf(request: Request): Language {
  const asked = request.query['lang'];
  if (asked === 'vi' || asked === 'en') return asked;
  return request.acceptsLanguages(...LANGUAGES) === 'en' ? 'en' : 'vi';
}
