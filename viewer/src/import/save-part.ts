import { CATALOG, type LayerDefinition, REGISTERS } from '@giapranh/core';
import type { Feature } from 'geojson';
import type { Viewer } from '../app/viewer.js';
import { h, replaceChildren } from '../ui/element.js';

/** What areas with corners may be: a site, which the rules judge at once, or the ground of a register. */
const INTO: readonly LayerDefinition[] = [...CATALOG, ...REGISTERS].filter(({ id }) =>
  ['mineral-sites', 'licences', 'prohibited-areas'].includes(id),
);
/** What a site is, for people to say. */
const OF_SITES = ['name', 'mineral_vi', 'area_declared_m2', 'decision', 'error_m'];

/** What the register has a column for; `source` and reading stay behind. */
function recordOf({ geometry, properties }: Feature, layer: LayerDefinition): Feature {
  const own = properties ?? {};
  const names = layer.properties.map(({ name }) => name);
  const known = layer.id === 'mineral-sites' ? names.filter((name) => OF_SITES.includes(name)) : names;
  const told: Readonly<Record<string, unknown>> = { ...own, mineral_vi: own['mineral'] };
  const kept = Object.entries(told).filter(
    ([name, value]) => known.includes(name) && value !== null && value !== undefined,
  );
  return { type: 'Feature', geometry, properties: Object.fromEntries(kept) };
}

async function send(feature: Feature, layer: LayerDefinition, csrf: string): Promise<boolean> {
  try {
    const response = await fetch(`/collections/${layer.id}/items`, {
      method: 'POST',
      headers: { 'content-type': 'application/geo+json', 'x-csrf-token': csrf },
      body: JSON.stringify(recordOf(feature, layer)),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** Records areas that were read in a register of the server: the one thing here that leaves the machine, when asked. */
export function savePart(features: readonly Feature[], viewer: Viewer): HTMLElement | null {
  const areas = features.filter(
    ({ geometry }) => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon',
  );
  if (areas.length === 0) return null;
  const words = viewer.messages().imported;
  const lang = viewer.lang();
  const select = h(
    'select',
    { class: 'field', id: 'save-into' },
    ...INTO.map(({ id, title }) => h('option', { value: id }, title[lang])),
  );
  const status = h('p', { role: 'status' });
  const save = h('button', { type: 'button', class: 'button button-primary' }, words.record);
  const left = [...areas];
  save.addEventListener('click', () => {
    const layer = INTO.find(({ id }) => id === select.value);
    if (layer === undefined) return;
    save.disabled = true;
    void (async () => {
      // One after another: what was recorded is not sent again when the next one fails.
      for (let next = left[0]; next !== undefined; next = left[0]) {
        if (!(await send(next, layer, viewer.session.user()?.csrf ?? ''))) break;
        left.shift();
      }
      save.disabled = left.length === 0;
      status.className = left.length === 0 ? 'quiet' : 'note note-warn';
      replaceChildren(status, left.length === 0 ? words.recorded : words.recordFailed(String(left.length)));
    })();
  });
  return h(
    'section',
    { class: 'tool-part', 'aria-label': words.recordTitle },
    h('h3', { class: 'tool-heading' }, words.recordTitle),
    h('p', { class: 'quiet' }, words.recordMeaning),
    h(
      'div',
      { class: 'tool-field' },
      h('label', { class: 'field-label', for: 'save-into' }, words.recordInto),
      select,
    ),
    save,
    status,
  );
}
