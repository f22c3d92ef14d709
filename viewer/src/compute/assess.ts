import {
  flagSites,
  type GroundLayer,
  geodesicArea_m2,
  type Issue,
  type LayerFeature,
  type LocalText,
  lengthText,
  ok,
  overlapSites,
  type Result,
  type Site,
} from '@giapranh/core';
import type { Feature } from 'geojson';
import type { AssessAsk, Assessed, NamedOverlap } from './protocol.js';
import type { World } from './world.js';

/** How far coordinates of a table may be off on the ground: the shift of datum is good to about a metre. */
const TABLE_ERROR_m = 1;
const LAYERS: readonly GroundLayer[] = ['communes', 'districts', 'border-zones', 'watch-units', 'borders'];
/** A border this near is told with its distance. */
const NEAR_BORDER_m = 5_000;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** A feature that was read, as a site to be judged. */
function siteOf({ id, geometry, properties }: Feature): Site {
  const own = properties ?? {};
  const mineral = text(own['mineral']);
  return {
    id: String(id),
    name: text(own['name']) ?? String(id),
    geometry,
    precision: { kind: 'position', error_m: number(own['error_m']) ?? TABLE_ERROR_m, method: 'corner-table' },
    activity: own['activity'] === 'levelling' ? 'levelling' : 'unknown',
    mineral: mineral === null ? null : { vi: mineral, en: mineral },
    areaDeclared_m2: number(own['area_declared_m2']),
    decision: null,
    properties: own,
  };
}

function titleOf({ layer, id, properties }: LayerFeature): LocalText {
  const name = text(properties['name']) ?? text(properties['title']) ?? id;
  if (layer === 'borders') {
    const pair = `${text(properties['a_name']) ?? ''} – ${text(properties['b_name']) ?? ''}`;
    return { vi: pair, en: pair };
  }
  if (layer !== 'border-zones') return { vi: name, en: name };
  const [inner, outer] = [number(properties['inner_m']) ?? 0, number(properties['outer_m']) ?? 0];
  const [side, other] = [text(properties['side_name']) ?? '', text(properties['other_name']) ?? ''];
  const [near, far] = [lengthText(inner), lengthText(outer)];
  return {
    vi: `Dải ${near.vi} – ${far.vi}, phía ${side}, giáp ${other}`,
    en: `Ring ${near.en} – ${far.en}, side of ${side}, next to ${other}`,
  };
}

/** Overlaps, flags and hectares of sites, by the rules and the ground of the profile. */
export function assess(
  { kernel, risk, sources, layerOn }: World,
  { features, asOf }: AssessAsk,
): Result<Assessed> {
  const sites = features.map(siteOf);
  const notes: Issue[] = [];
  const flags = flagSites(sites, risk, { asOf });
  if (!flags.ok) return flags;
  notes.push(...flags.notes);
  const vintage = risk.registry.vintageAt(asOf);
  const accuracy_m = vintage.ok
    ? (sources.profile.vintages.find(({ id }) => id === vintage.value.id)?.accuracy_m ?? 0)
    : 0;
  const overlaps: NamedOverlap[] = [];
  const registers = (sources.layers ?? []).filter(({ layer }) => layer === 'prohibited-areas');
  for (const layer of LAYERS) {
    const ground = layerOn(layer, asOf);
    if (!ground.ok) return ground;
    const found = overlapSites(kernel, sites, ground.value, {
      within_m: layer === 'borders' ? NEAR_BORDER_m : 0,
      feature_error_m: accuracy_m,
    });
    if (!found.ok) return found;
    const titles = new Map(ground.value.map((one) => [one.id, titleOf(one)]));
    overlaps.push(
      ...found.value.map((one) => ({ ...one, title: titles.get(one.feature_id) ?? same(one.feature_id) })),
    );
  }
  const prohibited = overlapSites(kernel, sites, registers);
  if (!prohibited.ok) return prohibited;
  overlaps.push(...prohibited.value.map((one) => ({ ...one, title: same(one.feature_id) })));
  const areas_m2 = Object.fromEntries(
    sites.map(({ id, geometry }) => [
      id,
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? geodesicArea_m2(geometry) : 0,
    ]),
  );
  return ok({ flags: flags.value, overlaps, areas_m2 }, notes);
}

function same(name: string): LocalText {
  return { vi: name, en: name };
}
