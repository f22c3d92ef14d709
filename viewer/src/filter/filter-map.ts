import type { ExpressionSpecification, FilterSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { readLevel } from '../panel/level-badge.js';
import type { JudgedSites } from '../sites/judged-sites.js';
import { siteImage } from '../style/sites.js';
import { questions } from './site-filter.js';

/** The style layers that draw sites. */
const DRAWN = ['mineral-sites', 'mineral-sites-name', 'mineral-sites-area', 'mineral-sites-outline'];

/**
 * The map shows the sites that pass, and the level of the day shown. Rules and decisions are not in the tiles, so the
 * ids of what passes are asked for: while the list is being read the map keeps what it has. Answers what ends it.
 */
export function filterMap(
  viewer: Viewer,
  map: MapLibreMap,
  sites: JudgedSites,
  draws: 'day' | 'other-vintage' = 'day',
): () => void {
  let on = true;
  const own = new Map<string, FilterSpecification | undefined>();
  let told = '';
  const apply = () => {
    if (!on) return;
    const asking = questions(viewer.store.state().filter) > 0;
    if (asking && sites.state() !== 'ready') return;
    const ids = asking ? sites.passing().map(({ properties }) => String(properties['site_id'])) : null;
    const anew = draws === 'day' && sites.judging() === 'no' && sites.judgedOn() === viewer.asOf();
    const levels = anew ? sites.items().map(({ id, properties }) => [String(id), readLevel(properties['level'])] as const) : []; // biome-ignore format: one choice
    const now = JSON.stringify([ids, levels]);
    if (now === told) return;
    told = now;
    for (const layer of DRAWN) {
      if (map.getLayer(layer) === undefined) continue;
      if (!own.has(layer)) own.set(layer, map.getFilter(layer) ?? undefined);
      const before = own.get(layer);
      const passing: ExpressionSpecification = ['in', ['get', 'site_id'], ['literal', [...(ids ?? [])]]];
      const both = before === undefined ? passing : (['all', before, passing] as FilterSpecification);
      map.setFilter(layer, ids === null ? (before ?? null) : both);
    }
    if (map.getLayer('mineral-sites') !== undefined) {
      map.setLayoutProperty('mineral-sites', 'icon-image', siteImage(levels));
    }
  };
  const when = () => {
    if (map.isStyleLoaded()) apply();
    else map.once('idle', apply);
  };
  const stop = sites.subscribe(when);
  map.once('style.load', when);
  return () => {
    on = false;
    stop();
  };
}
