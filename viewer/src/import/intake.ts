import type { Viewer } from '../app/viewer.js';
import type { Computer } from '../compute/computer.js';
import type { TableSource } from '../compute/protocol.js';
import { createProgressBar } from '../tools/progress-bar.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';

export interface Intake {
  readonly element: HTMLElement;
  readonly focus: () => void;
}

/** As the command line's limit for one table. */
const LARGEST_bytes = 20e6;

/** Where a file is dropped or chosen and a table pasted. The ground is fetched as soon as this is shown. */
export function createIntake(
  viewer: Viewer,
  computer: Computer,
  ontaken: (name: string, source: TableSource) => void,
): Intake {
  const title = h('h2', { class: 'tool-title' });
  const privacy = h('p', { class: 'quiet' });
  const dropTitle = h('span', { class: 'drop-title' });
  const dropKinds = h('span', { class: 'quiet' });
  const file = h('input', {
    type: 'file',
    class: 'drop-input',
    accept: '.csv,.tsv,.txt,.xlsx,.geojson,.json,.kml,.kmz',
  });
  const drop = h('label', { class: 'drop' }, icon('document'), dropTitle, dropKinds, file);
  const pasteLabel = h('label', { class: 'field-label', for: 'paste-table' });
  const paste = h('textarea', {
    class: 'field paste',
    id: 'paste-table',
    rows: 7,
    spellcheck: 'false',
    wrap: 'off',
  });
  const readButton = h('button', { type: 'button', class: 'button button-primary' });
  const status = h('div', { class: 'intake-status', role: 'status' });
  const element = h(
    'div',
    {},
    h('header', { class: 'tool-part' }, title, privacy),
    h(
      'div',
      { class: 'tool-part' },
      drop,
      h('div', { class: 'tool-field' }, pasteLabel, paste),
      readButton,
      status,
    ),
  );
  const tell = (text: string, warn = false): void =>
    replaceChildren(status, h('p', { class: warn ? 'note note-warn' : 'quiet' }, text));
  const take = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    if (chosen.size > LARGEST_bytes) {
      tell(viewer.messages().imported.tooLarge, true);
      return;
    }
    ontaken(chosen.name, {
      kind: 'bytes',
      name: chosen.name,
      bytes: new Uint8Array(await chosen.arrayBuffer()),
    });
    file.value = '';
  };
  file.addEventListener('change', () => void take(file.files?.[0]));
  element.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.toggleAttribute('data-over', true);
  });
  element.addEventListener('dragleave', () => drop.toggleAttribute('data-over', false));
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.toggleAttribute('data-over', false);
    void take(event.dataTransfer?.files[0]);
  });
  readButton.addEventListener('click', () => {
    if (paste.value.trim() === '') paste.focus();
    else ontaken('', { kind: 'text', text: paste.value });
  });
  const draw = (): void => {
    const words = viewer.messages().imported;
    title.textContent = words.title;
    privacy.textContent = words.privacy;
    dropTitle.textContent = words.drop;
    dropKinds.textContent = words.kinds;
    file.setAttribute('aria-label', `${words.choose}: ${words.kinds}`);
    pasteLabel.textContent = words.paste;
    paste.placeholder = words.pasteExample;
    replaceChildren(readButton, words.read);
  };
  const prepare = async (): Promise<void> => {
    const bar = createProgressBar(viewer);
    replaceChildren(status, bar.element);
    const done = await computer.run('prepare', null, bar.tell).answer;
    const words = viewer.messages().imported;
    if (done?.ok === true) tell(words.ready);
    else tell(words.notReady, true);
  };
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) draw();
  });
  draw();
  void prepare();
  return { element, focus: () => paste.focus() };
}
