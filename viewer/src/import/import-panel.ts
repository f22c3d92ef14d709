import { type Bbox, bboxOf, bboxUnion, cornerFeatures, EMPTY_BBOX, type Issue } from '@giapranh/core';
import type { Feature } from 'geojson';
import type { Viewer } from '../app/viewer.js';
import type { Computer, Run } from '../compute/computer.js';
import type { Assessed, ReadAnswer, TableSource } from '../compute/protocol.js';
import type { Overlay } from '../overlay/overlay.js';
import { keepFocus } from '../panel/keep-focus.js';
import { createProgressBar } from '../tools/progress-bar.js';
import { h, replaceChildren } from '../ui/element.js';
import { assessedView } from './assessed-view.js';
import { candidateFeatures } from './candidate-features.js';
import { createIntake } from './intake.js';
import { readExports } from './read-exports.js';
import { readingList } from './reading-list.js';
import { repairPart } from './repair-part.js';
import { savePart } from './save-part.js';
import { siteTable } from './site-table.js';
import { faultText, tableLines } from './table-lines.js';

interface Tools {
  readonly viewer: Viewer;
  readonly computer: Computer;
  readonly overlay: Overlay;
  readonly fit: (box: Bbox) => void;
}

interface Taken {
  readonly name: string;
  readonly source: TableSource;
}

/** The features that stand: nothing is guessed, only certain or confirmed sites are there. */
function featuresOf(read: ReadAnswer): readonly Feature[] {
  return read.kind === 'features' ? read.features : cornerFeatures(read.result);
}

/** A file or a pasted table, read, confirmed and compared in this browser. */
export function createImportPanel({ viewer, computer, overlay, fit }: Tools): HTMLElement {
  let taken: Taken | undefined;
  let crs: string | null = null;
  let repair = false;
  let read: ReadAnswer | undefined;
  let notes: readonly Issue[] = [];
  let faults: readonly Issue[] = [];
  let assessed: Assessed | undefined;
  let running: Run<unknown> | undefined;
  const job = h('div', { class: 'tool-part job-part', hidden: true });
  const found = h('div');
  const intake = createIntake(viewer, computer, (name, source) => {
    taken = { name, source };
    crs = null;
    repair = false;
    void readAgain();
  });
  const element = h('div', { class: 'tool imported' }, intake.element, job, found);

  /** One job at a time; `undefined` when another took its place or it was ended. */
  const run = async <Name extends 'read' | 'assess'>(
    name: Name,
    ask: Parameters<typeof computer.run<Name>>[1],
  ) => {
    running?.cancel();
    const bar = createProgressBar(viewer, () => mine.cancel());
    const mine = computer.run(name, ask, bar.tell);
    running = mine;
    job.hidden = false;
    replaceChildren(job, bar.element);
    const answer = await mine.answer;
    if (running !== mine) return undefined;
    running = undefined;
    job.hidden = true;
    return answer ?? undefined;
  };
  const forget = (): void => {
    read = undefined;
    assessed = undefined;
    faults = [];
    notes = [];
  };
  const readAgain = async (): Promise<void> => {
    if (taken === undefined) return;
    assessed = undefined;
    const answer = await run('read', { source: taken.source, crs, repair });
    if (answer === undefined) return;
    forget();
    if (answer.ok) {
      read = answer.value;
      notes = answer.notes;
    } else faults = answer.issues;
    draw();
    overlay.show(read === undefined ? null : candidateFeatures(read, crs));
    const features = read === undefined ? [] : featuresOf(read);
    if (features.length === 0) return;
    const judged = await run('assess', { features, asOf: viewer.asOf() });
    if (judged === undefined) return;
    if (judged.ok) assessed = judged.value;
    else faults = judged.issues;
    draw();
  };
  const startAgain = (): void => {
    running?.cancel();
    running = undefined;
    taken = undefined;
    job.hidden = true;
    forget();
    overlay.show(null);
    draw();
    intake.focus();
  };
  const drawFound = (): void => {
    const words = viewer.messages().imported;
    intake.element.hidden = read !== undefined || faults.length > 0;
    if (taken === undefined || (read === undefined && faults.length === 0)) {
      found.replaceChildren();
      return;
    }
    const features = read === undefined ? [] : featuresOf(read);
    const table = read?.kind === 'table' ? read : undefined;
    const brought = read?.kind === 'features' ? read : undefined;
    const box = features.map(({ geometry }) => bboxOf(geometry)).reduce(bboxUnion, EMPTY_BBOX);
    replaceChildren(
      found,
      h(
        'header',
        { class: 'tool-part' },
        h('h2', { class: 'tool-title' }, taken.name === '' ? words.pasted : taken.name),
        h('p', { class: 'quiet' }, words.privacy),
        h(
          'p',
          { class: 'tool-acts' },
          h(
            'button',
            { type: 'button', class: 'link-button', 'data-key': 'again', onclick: startAgain },
            words.again,
          ),
          features.length === 0
            ? null
            : h(
                'button',
                { type: 'button', class: 'link-button', 'data-key': 'show', onclick: () => fit(box) },
                words.show,
              ),
        ),
      ),
      faults.length === 0
        ? null
        : h(
            'section',
            { class: 'tool-part', role: 'alert' },
            h('h3', { class: 'tool-heading' }, words.failed),
            ...faults.map((fault) => faultText(fault, viewer, true)),
          ),
      table === undefined
        ? null
        : readingList(table.result, viewer, {
            crs,
            onchoose: (next) => {
              crs = next;
              void readAgain();
            },
          }),
      table === undefined
        ? null
        : repairPart(table, viewer, repair, (next) => {
            repair = next;
            void readAgain();
          }),
      table === undefined ? null : siteTable(table.result, viewer),
      brought === undefined
        ? null
        : h(
            'p',
            { class: 'tool-part' },
            words.features(String(features.length)),
            brought.faults.length === 0 ? null : ` ${words.leftOut(String(brought.faults.length))}`,
          ),
      assessed === undefined ? null : assessedView(features, assessed, viewer),
      features.length === 0
        ? null
        : readExports({ name: taken.name, features, result: table?.result ?? null }, viewer, computer),
      features.length === 0 || !viewer.session.canRecord() ? null : savePart(features, viewer),
      table === undefined ? null : tableLines(table.input, table.result.issues, viewer),
      // A sound file needs no second look: its text is shown where something in it was left out.
      brought === undefined || brought.faults.length === 0
        ? null
        : tableLines(brought.text, brought.faults, viewer),
      table === undefined ? null : notesPart([...notes, ...table.result.notes], viewer),
    );
  };
  const draw = (): void => keepFocus(element, drawFound);
  viewer.session.subscribe(draw);
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) draw();
    if (state.asOf !== before.asOf && read !== undefined) void readAgain();
  });
  return element;
}

function notesPart(notes: readonly Issue[], viewer: Viewer): HTMLElement | null {
  if (notes.length === 0) return null;
  const lang = viewer.lang();
  return h(
    'section',
    { class: 'tool-part' },
    h('h3', { class: 'tool-heading' }, viewer.messages().imported.notes),
    h('ul', { class: 'notes' }, ...notes.map(({ message }) => h('li', {}, message[lang]))),
  );
}
