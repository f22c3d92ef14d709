import {
  type CommuneGround,
  type GeometryKernel,
  type Issue,
  ok,
  preparedLayerFromBytes,
  type Result,
} from '@giapranh/core';
import { csvText } from '../table.js';
import type { OverlapAnswer, OverlapQuestion, OverlapThreadData, SitesQuestion } from './overlap-question.js';
import { OVERLAP_COLUMNS, type OverlapRow, overlapFeature } from './overlap-rows.js';

const NOTHING: OverlapAnswer = { text: '', pairs: 0, notes: [], unread: false };

/** Answers questions on one layer. Issue: `prepared-layer-unreadable`. */
export function overlapAnswerer(
  kernel: GeometryKernel,
  data: OverlapThreadData,
): (question: OverlapQuestion) => Result<OverlapAnswer> {
  const layer = preparedLayerFromBytes(kernel, data.block, data.options);
  if (!layer.ok) return () => layer;
  const communes: CommuneGround[] = [];
  return (question) => {
    if ('communes' in question) {
      communes.push(...question.communes);
      return ok(NOTHING);
    }
    const { sites, first } = question;
    const found = layer.value.overlaps(sites, { communes });
    const told = (found.ok ? found.notes : found.issues).map((note) => ofWhole(note, first));
    if (!found.ok) return ok({ ...NOTHING, notes: told, unread: true });
    const siteOf = rowSites(question);
    const rows = found.value.flatMap((overlap): OverlapRow[] => {
      const site = siteOf.get(overlap.site_id);
      const feature_name = data.names.get(overlap.feature_id) ?? overlap.feature_id;
      return site === undefined ? [] : [{ overlap, site, feature_name }];
    });
    return ok({ text: textOf(rows, data.format), pairs: rows.length, notes: told, unread: false });
  };
}

/** What rows tell of the sites, by id; packed ones are told without their shapes. */
function rowSites({ sites, names }: SitesQuestion): ReadonlyMap<string, OverlapRow['site']> {
  const name = (at: number): string => names[at] ?? '';
  if ('shapes' in sites) {
    return new Map(sites.heads.map(({ id }, at) => [id, { name: name(at), geometry: null }]));
  }
  return new Map(sites.map(({ id, geometry }, at) => [id, { name: name(at), geometry }]));
}

function textOf(rows: readonly OverlapRow[], format: OverlapThreadData['format']): string {
  if (format === 'csv') return csvText(OVERLAP_COLUMNS, rows, false);
  const values = format === 'json' ? rows.map(({ overlap }) => overlap) : rows.map(overlapFeature);
  return values.map((value) => JSON.stringify(value)).join(',\n');
}

/** A note whose path counts the sites of one question, as it counts all sites. */
function ofWhole(note: Issue, first: number): Issue {
  const [what, at, ...rest] = note.path;
  return what === 'sites' && typeof at === 'number' ? { ...note, path: [what, first + at, ...rest] } : note;
}
