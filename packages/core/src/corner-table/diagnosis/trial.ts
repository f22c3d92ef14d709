import type { AdminLevel } from '../../admin/unit.js';
import { meridianText } from '../../crs/definitions.js';
import { PROVINCE_MERIDIANS } from '../../crs/province-meridian.js';
import type { LonLat } from '../../geodesy/position.js';
import type { Gazetteer } from '../gazetteer/gazetteer.js';
import type { Candidate, Recipe } from './candidate.js';
import { type Evidence, evidence } from './evidence.js';
import { type Landing, landing } from './landing.js';
import { placeFit } from './place-fit.js';
import { type StatementFit, statementFit } from './statement-fit.js';
import type { SystemSites } from './system.js';

/** One candidate tried on all sites of a system. */
export interface Trial {
  readonly candidate: Candidate;
  /** One per site; `null` where the site would leave the system's range or Vietnam. */
  readonly positions: readonly (LonLat | null)[];
  readonly inRange: boolean;
  readonly statement: StatementFit;
  readonly place: {
    readonly grade: 'agree' | 'contradict' | 'silent';
    readonly levels: readonly AdminLevel[];
    /** Sites whose declared places fit. */
    readonly agreeing: number;
    /** Ids of the sites whose declared places do not fit. */
    readonly discordant: readonly string[];
  };
  readonly landing: Landing | null;
  readonly evidence: readonly Evidence[];
  /** Prior and evidence together, natural logarithm. */
  readonly weight: number;
}

const OUT_OF_RANGE = -40;
const HABIT = 0.7;
const RECIPE = -4;

/** How often documents use each kind of system, where nothing else is known; natural logarithms. */
function prior({ definition, recipe }: Candidate): number {
  const kind = {
    'VN-2000': definition.projection?.zoneWidth_deg === 6 ? -1 : 0,
    'WGS 84': definition.projection === null ? -0.3 : -1.5,
    'HN-72': -2.5,
  }[definition.datum];
  return kind + (recipe === null ? 0 : RECIPE);
}

const RECIPE_WORDS: Readonly<Record<Recipe, { vi: string; en: string }>> = {
  'k0=0.9996': {
    vi: 'Chỉ đúng nếu tọa độ được tạo sai với k0 = 0,9996 (lệch khoảng 0,7 km)',
    en: 'Right only if the coordinates were made wrongly with k0 = 0.9996 (about 0.7 km off)',
  },
  'no-shift': {
    vi: 'Chỉ đúng nếu tọa độ được tạo sai, không chuyển hệ quy chiếu (lệch khoảng 0,2 km)',
    en: 'Right only if the coordinates were made wrongly, without the shift of datum (about 0.2 km off)',
  },
  'k0=0.9996,no-shift': {
    vi: 'Chỉ đúng nếu tọa độ được tạo sai với k0 = 0,9996 và không chuyển hệ quy chiếu (lệch khoảng 0,9 km)',
    en: 'Right only if the coordinates were made wrongly with k0 = 0.9996 and no shift of datum (about 0.9 km off)',
  },
};

/** Whether the system is the one documents of the province there were drawn on; no proof, a habit. */
function habit({ definition, recipe }: Candidate, { units }: Landing): Evidence[] {
  const { projection, datum } = definition;
  if (recipe !== null || datum !== 'VN-2000' || projection === null || projection.zoneWidth_deg !== 3)
    return [];
  const former = units.find((unit) => unit.level === 'province' && unit.vintage < '2025');
  const row = PROVINCE_MERIDIANS.find((entry) => entry.code === former?.code);
  if (former === undefined || row === undefined) return [];
  const fits = row.centralMeridian_deg === projection.centralMeridian_deg;
  const used = meridianText(row.centralMeridian_deg);
  return [
    evidence(
      'province-habit',
      fits ? HABIT : -HABIT,
      `Văn bản của ${former.name} thường dùng kinh tuyến trục ${used}`,
      `Documents of ${former.name} usually use the central meridian ${used}`,
    ),
  ];
}

/** Tries a candidate: range, the document's words, its places, and where it lands. */
export function tryCandidate(
  candidate: Candidate,
  system: SystemSites,
  gazetteer: Gazetteer | undefined,
): Trial {
  const positions = system.sites.map(({ point }) =>
    point === null ? null : candidate.place(point.east, point.north),
  );
  const placed = system.sites.flatMap((site, at) => {
    const position = positions[at];
    return position === null || position === undefined ? [] : [{ site, position }];
  });
  const inRange =
    placed.length > 0 && placed.length === system.sites.filter((site) => site.point !== null).length;
  const statement = statementFit(candidate, system.stated, system.zonePrefix);
  const fits = placed.map(({ site, position }) => ({ site, fit: placeFit(site.places, position) }));
  const first = placed[0];
  const there = first === undefined ? null : landing(gazetteer, first.position);
  const discordant = fits.filter(({ fit }) => fit.grade === 'contradict').map(({ site }) => site.id);
  const levels = [...new Set(fits.flatMap(({ fit }) => fit.levels))];
  const found = [
    ...(inRange ? [] : [outOfRange()]),
    ...dedupe(fits.flatMap(({ fit }) => fit.evidence)),
    ...statement.evidence,
    ...(there === null ? [] : habit(candidate, there)),
    ...(candidate.recipe === null
      ? []
      : [{ side: 'against', kind: 'recipe', text: RECIPE_WORDS[candidate.recipe], weight: 0 } as const]),
  ];
  return {
    candidate,
    positions,
    inRange,
    statement,
    place: {
      grade: discordant.length > 0 ? 'contradict' : levels.length > 0 ? 'agree' : 'silent',
      levels,
      agreeing: fits.filter(({ fit }) => fit.grade === 'agree').length,
      discordant,
    },
    landing: there,
    evidence: found,
    weight: prior(candidate) + found.reduce((sum, entry) => sum + entry.weight, 0),
  };
}

function outOfRange(): Evidence {
  return evidence(
    'range',
    OUT_OF_RANGE,
    'Tọa độ ra ngoài phạm vi của hệ này hoặc ngoài Việt Nam',
    'The coordinates leave the range of this system, or Vietnam',
  );
}

/** Sites that say the same give the evidence once. */
function dedupe(found: readonly Evidence[]): Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const entry of found) if (!seen.has(entry.text.en)) seen.set(entry.text.en, entry);
  return [...seen.values()];
}
