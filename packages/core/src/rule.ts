import { z } from 'zod';
import { RULE_SUBJECTS } from './documents/document.js';
import { isoDate, localText, provinceCode, slug } from './profile-fields.js';
import { SITE_ACTIVITIES } from './risk/site.js';

/** A document as a rule cites it. */
const citation = z.strictObject({
  id: slug,
  article: z.string().min(1).optional(),
  /** Cited only for the border with this neighbour; for every border when absent. */
  neighbour: provinceCode.optional(),
});

const level = z.enum(['high', 'medium', 'low', 'info']);
const share = z.number().min(0).max(1);
const length_m = z.number().nonnegative();

const base = {
  id: slug,
  title: localText,
  /** The act it is about; it may be about sites of any activity. */
  subject: z.enum(RULE_SUBJECTS),
  level,
  /** The level where the rule's fact is only possible, or lies inside the error bar of its threshold. */
  level_if_possible: level,
  level_if_undetermined: level,
  weight: z.number().nonnegative(),
  /** Why these levels and this weight. */
  why: localText,
  documents: z.array(citation).min(1),
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
};

/** Features of a layer that the context carries, and how much of a site must lie in one. */
const layerGround = {
  layer: slug,
  /** How far the layer's lines may lie from the truth, metres; a feature's own error goes before it. */
  layer_error_m: length_m,
  /** At least this part of the site, and at least this much ground; absent: any that is surely shared. */
  share_at_least: share.optional(),
  area_at_least_m2: z.number().nonnegative().optional(),
};

/** Only features whose property has one of these values. */
const where = z.strictObject({ property: z.string().min(1), one_of: z.array(z.string()).min(1) }).optional();

const activity = z.enum(SITE_ACTIVITIES);

/** A fine by surface: from `from_m2` on, below `below_m2`. `null`: the tier has no end, or was not read. */
const fineTier = z.strictObject({
  from_m2: z.number().nonnegative(),
  below_m2: z.number().positive().nullable(),
  fine: z.strictObject({ from_vnd: z.number().nonnegative(), to_vnd: z.number().nonnegative() }).nullable(),
});

export const ruleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('in-watch-unit'), watch_list: slug }),
  z.strictObject({
    ...base,
    kind: z.literal('near-border'),
    /** The ring: farther than `beyond_m` (0: from the line on) and at most `within_m` from the border. */
    beyond_m: length_m,
    within_m: z.number().positive(),
  }),
  z.strictObject({ ...base, kind: z.literal('crosses-border') }),
  z.strictObject({ ...base, kind: z.literal('overlaps-layer'), ...layerGround, where }),
  z.strictObject({
    ...base,
    kind: z.literal('levelling-in'),
    /** The activities of a site that the rule is about. */
    activities: z.array(activity).min(1),
    ground: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('layer'), ...layerGround, where }),
      z.strictObject({ type: z.literal('border-band'), within_m: z.number().positive() }),
    ]),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('in-corridor'),
    layer: slug,
    layer_error_m: length_m,
    where,
    distance_m: z.number().positive(),
    /** From what the law measures, and how far that lies from the line that is drawn: an assumption, shown as one. */
    measured_from: localText,
    assumed_half_width_m: length_m,
    half_width_error_m: length_m,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('near-named-site'),
    within_m: z.number().positive(),
    places: z
      .array(
        z.strictObject({
          id: slug,
          name: localText,
          /** WGS 84 lon, lat, with its error; or the commune it lies somewhere in. */
          position: z.discriminatedUnion('type', [
            z.strictObject({
              type: z.literal('point'),
              at: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
              error_m: length_m,
            }),
            z.strictObject({ type: z.literal('commune'), code: z.string().min(5), vintage: z.string() }),
          ]),
          /** Where the place was found, and how sure. */
          seen: z.string().min(1),
        }),
      )
      .min(1),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('outside-licence'),
    /** The layer of licences, and the property of a site that names its licence by the feature's id. */
    layer: slug,
    layer_error_m: length_m,
    licence_property: z.string().min(1),
    /** Fines by the surface outside, as advice. */
    advice: z
      .strictObject({
        document: slug,
        article: z.string().min(1),
        schedules: z.array(z.strictObject({ title: localText, tiers: z.array(fineTier).min(1) })).min(1),
      })
      .optional(),
  }),
  z
    .strictObject({
      ...base,
      kind: z.literal('not-valid-at-date'),
      /** Properties of a site that hold its first and its last day: YYYY-MM-DD, D/M/YYYY, YYYY-MM or YYYY. */
      first_day_property: z.string().min(1).optional(),
      last_day_property: z.string().min(1).optional(),
    })
    .refine(
      (rule) => rule.first_day_property !== undefined || rule.last_day_property !== undefined,
      'needs first_day_property or last_day_property',
    ),
  z.strictObject({
    ...base,
    kind: z.literal('areas-differ'),
    /** The part of the declared area by which the computed one must at least differ. */
    by_share: z.number().positive(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('regulation-lapsed'),
    /** Documents of the register that name their parties. */
    regulations: z.array(slug).min(1),
    /** The rule is about sites this near the border of the parties. */
    within_m: z.number().positive(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('position-undetermined'),
    /** Positions that may be this far off, or farther. */
    error_at_least_m: z.number().positive(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('sighting-near'),
    /** Layers of incidents and of machines seen, and the property that holds the day. */
    layers: z.array(slug).min(1),
    layer_error_m: length_m,
    where,
    day_property: z.string().min(1),
    within_m: z.number().positive(),
    within_days: z.number().int().positive(),
    /** Only what was seen this near a border; anywhere when absent. */
    border_within_m: z.number().positive().optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('border-commune-unchecked'),
    /** The layer of inspections; each is of the commune that a property names by its code, or where its place lies. */
    layer: slug,
    day_property: z.string().min(1),
    commune_property: z.string().min(1),
    after_days: z.number().int().positive(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('unlicensed-mineral-point'),
    /** Words of the mineral, in either language, and the property of a site that names its licence. */
    minerals: z.array(z.string().min(1)).min(1),
    licence_property: z.string().min(1),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('new-well-where-piped-water'),
    /** The layer of ground that has piped water. */
    layer: slug,
    layer_error_m: length_m,
    /** The property of a well that holds the day it was made or licensed; wells before `since` are not new. */
    day_property: z.string().min(1),
    since: isoDate,
  }),
]);

export type Rule = z.output<typeof ruleSchema>;
export type RuleSubject = Rule['subject'];
export type RuleKind = Rule['kind'];
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>;
/** How a rule asks for ground of a layer. */
export type LayerAsk = Omit<RuleOf<'overlaps-layer'>, keyof typeof base | 'kind'>;
