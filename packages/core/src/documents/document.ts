import { z } from 'zod';
import { isoDate, localText, provinceCode, slug } from '../profile-fields.js';

/** What an act of a site, or a rule about it, is about. */
export const RULE_SUBJECTS = [
  'mining',
  'levelling',
  'transport',
  'processing',
  'groundwater',
  'landfill',
] as const;

/** What a document is about: the subjects of rules, and what stands around them. */
export const DOCUMENT_SUBJECTS = [
  ...RULE_SUBJECTS,
  'river-sand',
  'forest-products',
  'land',
  'environment',
  'units',
  'fines',
  'corridors',
  'coordinates',
] as const;

/** Another document that names the same fact otherwise. Both stay in the register. */
const conflict = z.strictObject({ document: slug, fact: localText });

/** One entry of a profile's register of documents. What nobody has seen is `null` or left out, never guessed. */
export const documentSchema = z.strictObject({
  id: slug,
  number: z.string().min(1),
  kind: z.string().min(1),
  issuer: z.string().min(1),
  date: isoDate.nullable(),
  title: localText,
  subjects: z.array(z.enum(DOCUMENT_SUBJECTS)).min(1),
  /** First day in force, and first day no longer in force; `null`: not known, or open. */
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
  /** Register entries that this one replaces whole, from its first day on; and those it only changes. */
  supersedes: z.array(slug).optional(),
  amends: z.array(slug).optional(),
  /** The units between which it was agreed, in the vintage they had then. */
  parties: z.array(z.strictObject({ code: provinceCode, vintage: z.string() })).optional(),
  /** Units it covers by name, in the vintage in which it names them. */
  units: z
    .array(z.strictObject({ code: z.string().min(2), vintage: z.string(), name: z.string().min(1) }))
    .optional(),
  /** What it says, in our words. */
  summary: localText,
  /** Where the text or a report of it was seen. */
  seen: z.string().min(1),
  /** `stated`: in a founding document; `found`: in a public page; `known`: general knowledge; `unsure`: to be checked. */
  confidence: z.enum(['stated', 'found', 'known', 'unsure']),
  conflicts_with: z.array(conflict).optional(),
});

export type ProfileDocument = z.output<typeof documentSchema>;
export type DocumentSubject = (typeof DOCUMENT_SUBJECTS)[number];
