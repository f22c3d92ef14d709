import type { CornerTableResult } from '@giapranh/core';
import type { Feature } from 'geojson';
import type { Viewer } from '../app/viewer.js';
import type { Computer } from '../compute/computer.js';
import { saveFile } from '../export/save-file.js';
import { systemSelect } from '../tools/system-select.js';
import { h, replaceChildren } from '../ui/element.js';

interface Read {
  /** Of the file; '' for what was pasted. */
  readonly name: string;
  readonly features: readonly Feature[];
  /** `null` for what was no table. */
  readonly result: CornerTableResult | null;
}

/** Files of what was read, made here. */
export function readExports(
  { name, features, result }: Read,
  viewer: Viewer,
  computer: Computer,
): HTMLElement {
  const words = viewer.messages().imported;
  const stem = name === '' ? 'bang-toa-do' : name.replace(/\.[^.]*$/, '');
  const status = h('div');
  const system = systemSelect(viewer, 'read-table-crs', words.tableSystem);
  const button = (text: string, act: () => unknown) =>
    h('button', { type: 'button', class: 'button', onclick: () => void act() }, text);
  const geojson = () => JSON.stringify({ type: 'FeatureCollection', features });
  return h(
    'section',
    { class: 'tool-part', 'aria-label': words.save },
    h('h3', { class: 'tool-heading' }, words.save),
    h(
      'div',
      { class: 'export-buttons' },
      button('GeoJSON', () => saveFile(`${stem}.geojson`, geojson(), 'application/geo+json')),
      button('GPKG', async () => {
        const tables = [{ name: 'sites', title: words.sites, geometryType: 'GEOMETRY', features }] as const;
        const made = await computer.run('geopackage', tables).answer;
        if (made?.ok === true) saveFile(`${stem}.gpkg`, made.value, 'application/geopackage+sqlite3');
      }),
      result === null
        ? null
        : button(words.table, async () => {
            const made = await computer.run('table', { result, crs: system.value() }).answer;
            if (made === null) return;
            if (made.ok) saveFile(`${stem}-theo-mau.csv`, made.value, 'text/csv;charset=utf-8');
            else {
              const lang = viewer.lang();
              replaceChildren(
                status,
                h('p', { class: 'note note-warn', role: 'alert' }, made.issues[0].message[lang]),
              );
            }
          }),
    ),
    result === null ? null : system.element,
    status,
  );
}
