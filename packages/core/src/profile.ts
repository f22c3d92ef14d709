import { z } from 'zod';
import { LAYER_IDS } from './catalog.js';
import { documentSchema, type ProfileDocument } from './documents/document.js';
import { type Issue, issue } from './issue.js';
import { isoDate, localText, provinceCode, slug } from './profile-fields.js';
import { repeatsIn } from './repeats.js';
import { okUnless, type Result } from './result.js';
import { patrolSchema } from './risk/patrol/policy.js';
import { type Rule, ruleSchema } from './rule.js';

/**
 * A profile is policy as data: which units, which neighbours, which widths, which documents, which rules.
 * `data/profiles/<file>.schema.json` are the JSON Schemas made from these definitions.
 */
const vintage = z.strictObject({
  id: z.string().min(4),
  title: localText,
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
  /** Why the vintage begins and ends on these days. */
  basis: localText,
  /** The unit the profile is about, in this vintage. */
  subject: provinceCode,
  neighbours: z.array(
    z.strictObject({
      code: provinceCode,
      name: z.string().min(1),
      /** `missing`: named here, no geometry in reach. */
      geometry: z.enum(['present', 'missing']),
    }),
  ),
  /** Which drawing each level is taken from; the build of each drawing is core's. */
  drawing: z.string().min(1),
  /** Other drawings of the same units, kept to compare with. */
  other_drawings: z.array(z.string()).default([]),
  /** Stated positional accuracy of the drawing's lines, metres; inside it a side is undetermined. */
  accuracy_m: z.number().positive(),
  accuracy_source: localText,
});

const watchList = z.strictObject({
  id: slug,
  title: localText,
  /** The vintage in which the document names its units. */
  vintage: z.string(),
  units: z.array(z.strictObject({ code: z.string(), name: z.string() })).min(1),
  reason: localText,
  document: slug,
  /** What a successor made from watched and unwatched ground inherits. */
  mixed: z.enum(['all', 'by-area', 'old-part-only']),
  /** Why mixed units inherit so. */
  mixed_why: localText,
});

const body = z.strictObject({
  /** Which side's unit this body answers for: a province code of the vintage. */
  province: provinceCode,
  vintage: z.string(),
  level: z.enum(['province', 'district', 'commune']),
  /** A role, never a person. `{unit}` stands for the name of the commune or district answered for. */
  name: localText,
  document: slug.optional(),
});

const profileSchema = z.strictObject({
  $schema: z.string().optional(),
  id: slug,
  title: localText,
  /** Shown first; [west, south, east, north], degrees, CRS84. */
  view: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  vintages: z.array(vintage).min(1),
  /** Outer distances of the rings, metres, rising. */
  ring_widths_m: z
    .array(z.number().positive())
    .min(1)
    .refine((widths) => widths.every((width, at) => at === 0 || width > (widths[at - 1] ?? 0)), 'must rise'),
  /** No regulation known sets a width in metres: rings are an analysis and may not be called a legal zone. */
  ring_status: z.literal('analysis'),
  ring_basis: localText,
  /** The layers a map of this profile offers, in legend order. */
  layers: z.array(z.strictObject({ id: z.enum(LAYER_IDS), visible: z.boolean() })).min(1),
  /** Dataset ids of `data/manifest.json`, by role; polygons by the drawing they belong to. */
  datasets: z.strictObject({
    communes: z.record(z.string(), z.array(slug)),
    districts: z.record(z.string(), z.array(slug)),
    provinces: z.record(z.string(), z.array(slug)),
    lineage: z.array(slug),
    units: z.array(slug),
    sites: z.array(slug),
    places: z.array(slug),
    roads: z.array(slug),
    rivers: z.array(slug),
  }),
  patrol: patrolSchema,
  /** VN-2000 systems offered for read-outs: EPSG codes, first is the default. */
  crs: z.array(z.string().regex(/^EPSG:\d+$/)).min(1),
});

const documentsSchema = z.strictObject({
  $schema: z.string().optional(),
  documents: z.array(documentSchema),
});
const watchListsSchema = z.strictObject({ $schema: z.string().optional(), watch_lists: z.array(watchList) });
const rulesSchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.string(),
  rules: z.array(ruleSchema),
});
const bodiesSchema = z.strictObject({ $schema: z.string().optional(), bodies: z.array(body) });

export type ProfileHead = z.output<typeof profileSchema>;
export type ProfileVintage = z.output<typeof vintage>;
export type WatchList = z.output<typeof watchList>;
export type ProfileBody = z.output<typeof body>;

export interface Profile extends ProfileHead {
  readonly documents: readonly ProfileDocument[];
  readonly watchLists: readonly WatchList[];
  readonly rules: readonly Rule[];
  readonly ruleSetVersion: string;
  readonly bodies: readonly ProfileBody[];
}

/** The files of one profile folder, already parsed as JSON. */
export interface ProfileFiles {
  readonly 'profile.json': unknown;
  readonly 'documents.json': unknown;
  readonly 'watch-lists.json': unknown;
  readonly 'rules.json': unknown;
  readonly 'bodies.json': unknown;
}

export const PROFILE_SCHEMAS = {
  'profile.json': profileSchema,
  'documents.json': documentsSchema,
  'watch-lists.json': watchListsSchema,
  'rules.json': rulesSchema,
  'bodies.json': bodiesSchema,
} as const;

function zodIssues(file: string, error: z.ZodError): Issue[] {
  return error.issues.map((fault) =>
    issue(
      'profile-schema',
      [file, ...fault.path.map((step) => (typeof step === 'symbol' ? String(step) : step))],
      `Tệp hồ sơ không đúng lược đồ: ${fault.message}`,
      `The profile file does not follow its schema: ${fault.message}`,
    ),
  );
}

function danglingReferences(profile: Profile): Issue[] {
  const documents = new Set(profile.documents.map((entry) => entry.id));
  const lists = new Set(profile.watchLists.map((entry) => entry.id));
  const vintages = new Set(profile.vintages.map((entry) => entry.id));
  const unknown = (file: string, at: number, what: string): Issue =>
    issue(
      'profile-reference',
      [file, at],
      `Tham chiếu không tồn tại: ${what}`,
      `Reference to nothing: ${what}`,
    );
  return [
    ...documentFaults(profile, unknown),
    ...profile.watchLists.flatMap((list, at) => [
      ...(documents.has(list.document) ? [] : [unknown('watch-lists.json', at, list.document)]),
      ...(vintages.has(list.vintage) ? [] : [unknown('watch-lists.json', at, list.vintage)]),
    ]),
    ...profile.bodies.flatMap((body, at) => [
      ...(body.document === undefined || documents.has(body.document)
        ? []
        : [unknown('bodies.json', at, body.document)]),
      ...(vintages.has(body.vintage) ? [] : [unknown('bodies.json', at, body.vintage)]),
    ]),
    ...profile.rules.flatMap((entry, at) => [
      ...documentsOf(entry)
        .filter((cited) => !documents.has(cited))
        .map((cited) => unknown('rules.json', at, cited)),
      ...(entry.kind === 'in-watch-unit' && !lists.has(entry.watch_list)
        ? [unknown('rules.json', at, entry.watch_list)]
        : []),
    ]),
    ...repeatedIds(
      'rules.json',
      profile.rules.map((entry) => entry.id),
    ),
  ];
}

/** Entries name entries that are there, units of vintages that are there, and conflicts that both sides tell. */
function documentFaults(
  { documents, vintages }: Profile,
  unknown: (file: string, at: number, what: string) => Issue,
): Issue[] {
  const byId = new Map(documents.map((entry) => [entry.id, entry]));
  const known = new Set(vintages.map(({ id }) => id));
  const told = documents.flatMap((entry, at) => {
    const { supersedes = [], amends = [], conflicts_with = [], units = [], parties = [] } = entry;
    const others = conflicts_with.map(({ document }) => document);
    const lost = [...supersedes, ...amends, ...others].filter((id) => id === entry.id || !byId.has(id));
    const untold = others.filter(
      (id) =>
        byId.has(id) && byId.get(id)?.conflicts_with?.some(({ document }) => document === entry.id) !== true,
    );
    const odd = [...units, ...parties]
      .map(({ vintage: named }) => named)
      .filter((named) => !known.has(named));
    return [...lost, ...untold, ...odd].map((what) => unknown('documents.json', at, what));
  });
  return [
    ...told,
    ...repeatedIds(
      'documents.json',
      documents.map(({ id }) => id),
    ),
  ];
}

/** Register entries that a rule names, cited or otherwise. */
function documentsOf(entry: Rule): readonly string[] {
  const cited = entry.documents.map(({ id }) => id);
  if (entry.kind === 'regulation-lapsed') return [...cited, ...entry.regulations];
  if (entry.kind !== 'outside-licence' || entry.advice === undefined) return cited;
  return [...cited, entry.advice.document];
}

function repeatedIds(file: 'rules.json' | 'documents.json', ids: readonly string[]): Issue[] {
  const rules = file === 'rules.json';
  return [...new Set(repeatsIn(ids).map((at) => ids[at]))].map((id) =>
    issue(
      rules ? 'profile-rule-repeated' : 'profile-document-repeated',
      [file, String(id)],
      `Mã ${rules ? 'quy tắc' : 'văn bản'} ${id} xuất hiện hơn một lần.`,
      `The ${rules ? 'rule' : 'document'} id ${id} occurs more than once.`,
    ),
  );
}

/**
 * The profile with another set of rules in the form of `rules.json`, already parsed as JSON. Issues:
 * `profile-schema`, `profile-reference`, `profile-rule-repeated`.
 */
export function withRules(profile: Profile, file: unknown): Result<Profile> {
  const read = rulesSchema.safeParse(file);
  if (!read.success) {
    const [first, ...rest] = zodIssues('rules.json', read.error);
    if (first === undefined) throw new Error('a schema failed without an issue');
    return { ok: false, issues: [first, ...rest] };
  }
  const changed = { ...profile, rules: read.data.rules, ruleSetVersion: read.data.version };
  return okUnless(danglingReferences(changed), changed);
}

/** Issues: `profile-schema`, `profile-reference`, `profile-rule-repeated`; all files' faults at once. */
export function parseProfile(files: ProfileFiles): Result<Profile> {
  const head = profileSchema.safeParse(files['profile.json']);
  const documents = documentsSchema.safeParse(files['documents.json']);
  const watchLists = watchListsSchema.safeParse(files['watch-lists.json']);
  const rules = rulesSchema.safeParse(files['rules.json']);
  const bodies = bodiesSchema.safeParse(files['bodies.json']);
  if (head.success && documents.success && watchLists.success && rules.success && bodies.success) {
    const profile: Profile = {
      ...head.data,
      documents: documents.data.documents,
      watchLists: watchLists.data.watch_lists,
      rules: rules.data.rules,
      ruleSetVersion: rules.data.version,
      bodies: bodies.data.bodies,
    };
    return okUnless(danglingReferences(profile), profile);
  }
  const faults = [
    ...(head.success ? [] : zodIssues('profile.json', head.error)),
    ...(documents.success ? [] : zodIssues('documents.json', documents.error)),
    ...(watchLists.success ? [] : zodIssues('watch-lists.json', watchLists.error)),
    ...(rules.success ? [] : zodIssues('rules.json', rules.error)),
    ...(bodies.success ? [] : zodIssues('bodies.json', bodies.error)),
  ];
  const [first, ...rest] = faults;
  if (first === undefined) throw new Error('a schema failed without an issue');
  return { ok: false, issues: [first, ...rest] };
}
