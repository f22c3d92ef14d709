import { join } from 'node:path';
import { type Issue, issue, okUnless, type Result, repeatsIn } from '@giapranh/core';
import { z } from 'zod';
import { readJsonFile } from './json-file.js';

/** What a dataset is, and so which reader and which checks it gets. */
export const DATASET_KINDS = [
  'communes',
  'districts',
  'provinces',
  'lineage',
  'unit-list',
  'official-areas',
  'mineral-areas',
  'mine-sites',
  'places',
  'roads',
  'rivers',
] as const;

const localText = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/**
 * A defect that is known and lived with: findings of the same `code`, for one of `subjects` (any when absent), up
 * to `max` in `unit`, are no fault.
 */
const knownDefect = z.strictObject({
  code: id,
  subjects: z.array(z.string().min(1)).min(1).optional(),
  max: z.number().nonnegative(),
  unit: z.string().min(1),
  note: localText,
});

const dataset = z.strictObject({
  id,
  title: localText,
  /** From the data folder. */
  path: z.string().regex(/^reference\/[\w./-]+$/),
  kind: z.enum(DATASET_KINDS),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
  /** Features of a GeoJSON file, rows of a table. */
  features: z.int().nonnegative(),
  /** `null` for tables without coordinates. */
  crs: z.literal('OGC:CRS84').nullable(),
  /** The vintage of the units it draws or lists. */
  vintage: z.string().nullable(),
  vintage_note: localText,
  drawing: id.nullable(),
  licence: z.strictObject({
    id: z.string().min(1),
    /** A: explicit and permits redistribution. B: claimed by the compiler, the publisher's terms not found. C: facts of official acts. */
    class: z.enum(['A', 'B', 'C']),
    /** Share-alike data stays in a file of its own. */
    share_alike: z.boolean(),
    doubt: localText.nullable(),
  }),
  /** The credit, as shown on the map. */
  attribution: localText,
  publisher: z.string().min(1),
  origin: z.array(
    z.strictObject({ repository: z.string().min(1), path: z.string().min(1), commit: z.string().min(1) }),
  ),
  /** What was done to it between its origin and this folder. */
  processing: localText,
  /**
   * The acts its rows come from. `subjects`: codes of new provinces; without them, of all others. A range of numbers
   * says that which of them made a row is not known.
   */
  made_by: z
    .array(
      z.strictObject({ number: z.string().min(1), subjects: z.array(z.string().min(1)).min(1).optional() }),
    )
    .optional(),
  known_defects: z.array(knownDefect),
});

export const MANIFEST_SCHEMA = z.strictObject({
  $schema: z.string().optional(),
  datasets: z.array(dataset).min(1),
});

export type Dataset = z.output<typeof dataset>;
export type DatasetKind = Dataset['kind'];
export type KnownDefect = z.output<typeof knownDefect>;

export interface Manifest {
  readonly datasets: readonly Dataset[];
}

function schemaIssue(fault: z.core.$ZodIssue): Issue {
  return issue(
    'manifest-schema',
    ['manifest.json', ...fault.path.map((step) => (typeof step === 'symbol' ? String(step) : step))],
    `Danh mục dữ liệu không đúng lược đồ: ${fault.message}`,
    `The manifest does not follow its schema: ${fault.message}`,
  );
}

function repeated(manifest: Manifest): Issue[] {
  const ids = manifest.datasets.map(({ id }) => id);
  return repeatsIn(ids).map((at) =>
    issue(
      'manifest-duplicate',
      ['manifest.json', 'datasets', at],
      `Trùng mã bộ dữ liệu: ${ids[at]}`,
      `The dataset id is used twice: ${ids[at]}`,
    ),
  );
}

/** Issues: `manifest-schema`, `manifest-duplicate`; all at once. */
export function parseManifest(value: unknown): Result<Manifest> {
  const parsed = MANIFEST_SCHEMA.safeParse(value);
  if (parsed.success) return okUnless(repeated(parsed.data), parsed.data);
  return okUnless(parsed.error.issues.map(schemaIssue), { datasets: [] });
}

/**
 * The datasets of a data folder: `root` is the folder that holds `manifest.json`. Issues: `file-missing`,
 * `file-unreadable`, `json-syntax`, and those of `parseManifest`.
 */
export async function readManifest(root: string): Promise<Result<Manifest>> {
  const json = await readJsonFile(join(root, 'manifest.json'));
  return json.ok ? parseManifest(json.value) : json;
}

/** The file of a dataset on this machine. */
export function datasetFile(root: string, dataset: Dataset): string {
  return join(root, dataset.path);
}
