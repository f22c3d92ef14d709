import { zoneFeature } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import type { Computer } from '../compute/computer.js';
import type { ZoneAnswer } from '../compute/protocol.js';
import { saveFile } from '../export/save-file.js';
import { borderFeature, zoneCsv } from '../export/zone-files.js';
import { createProgressBar } from '../tools/progress-bar.js';
import { systemSelect } from '../tools/system-select.js';
import { h, replaceChildren } from '../ui/element.js';

/** Files of the zones on the map, made here. */
export function zoneExports(answer: ZoneAnswer, viewer: Viewer, computer: Computer): HTMLElement {
  const words = viewer.messages().zones;
  const { zones, border } = answer;
  const name = `vung-${border.a.code}-${border.b.code}-${border.a.vintage}`;
  const status = h('div');
  const system = systemSelect(viewer, 'zone-table-crs', words.tableSystem);
  const button = (text: string, act: () => unknown) =>
    h('button', { type: 'button', class: 'button', onclick: () => void act() }, text);
  const features = () => zones.map(zoneFeature);
  /** Runs a job with its progress told; `null` when it failed or was ended. */
  const made = async <Name extends 'geopackage' | 'zoneTable'>(
    job: Name,
    ask: Parameters<typeof computer.run<Name>>[1],
  ) => {
    const bar = createProgressBar(viewer, () => run.cancel());
    const run = computer.run(job, ask, bar.tell);
    replaceChildren(status, bar.element);
    const done = await run.answer;
    status.replaceChildren();
    if (done === null || done.ok) return done?.value ?? null;
    const lang = viewer.lang();
    replaceChildren(
      status,
      h('p', { class: 'note note-warn', role: 'alert' }, ...done.issues.map(({ message }) => message[lang])),
    );
    return null;
  };
  return h(
    'section',
    { class: 'tool-part', 'aria-label': words.save },
    h('h3', { class: 'tool-heading' }, words.save),
    h(
      'div',
      { class: 'export-buttons' },
      button('GeoJSON', () =>
        saveFile(
          `${name}.geojson`,
          JSON.stringify({ type: 'FeatureCollection', features: features() }),
          'application/geo+json',
        ),
      ),
      button('CSV', () => saveFile(`${name}.csv`, zoneCsv(zones), 'text/csv;charset=utf-8')),
      button('GPKG', async () => {
        const bytes = await made('geopackage', [
          { name: 'zones', title: words.title, geometryType: 'MULTIPOLYGON', features: features() },
          {
            name: 'border',
            title: words.border,
            geometryType: 'MULTILINESTRING',
            features: [borderFeature(answer)],
          },
        ]);
        if (bytes !== null) saveFile(`${name}.gpkg`, bytes, 'application/geopackage+sqlite3');
      }),
      button(words.table, async () => {
        const text = await made('zoneTable', { zones, crs: system.value() });
        if (text !== null) saveFile(`${name}-bang-diem-goc.csv`, text, 'text/csv;charset=utf-8');
      }),
    ),
    system.element,
    status,
  );
}
