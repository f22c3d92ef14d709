import { z } from 'zod';
import { type IsoDate, parseIsoDate } from './units.js';

/** The kinds of value that the files of a profile are written in. */
export const localText = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

export const isoDate = z.iso
  .date({ abort: true })
  .refine((text) => parseIsoDate(text) !== undefined, 'not a calendar day YYYY-MM-DD')
  .transform((text) => text as IsoDate);

export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const provinceCode = z.string().regex(/^\d{2}$/);
