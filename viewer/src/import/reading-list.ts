import type { CornerTableResult, Evidence, Reading } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { number } from '../format/number.js';
import { h } from '../ui/element.js';

/** Readings with a place; more than this many are folded away. */
const SHOWN = 4;
const PERCENT = 100;
/** Readings that are on the map, each in its own colour; the rest are only told. */
export const COLOURS = 6;

/** The readings that have a place on the map, best first, as they are numbered on it. */
export function placedReadings({ readings }: CornerTableResult): readonly Reading[] {
  return readings.filter(({ position }) => position !== null);
}

function evidenceList(evidence: readonly Evidence[], viewer: Viewer): HTMLElement {
  const words = viewer.messages().imported;
  const lang = viewer.lang();
  return h(
    'ul',
    { class: 'evidence' },
    ...evidence
      .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .map(({ side, text }) =>
        h(
          'li',
          { class: `evidence-${side}` },
          h('span', { class: 'evidence-mark', 'aria-hidden': 'true' }, side === 'for' ? '+' : '−'),
          h('span', { class: 'visually-hidden' }, `${side === 'for' ? words.for : words.against}: `),
          text[lang],
        ),
      ),
  );
}

interface Acts {
  readonly crs: string | null;
  readonly onchoose: (crs: string | null) => void;
}

function readingEntry(reading: Reading, at: number, viewer: Viewer, { crs, onchoose }: Acts): HTMLElement {
  const words = viewer.messages().imported;
  const lang = viewer.lang();
  const chosen = crs === reading.crs;
  return h(
    'li',
    { class: chosen ? 'reading reading-chosen' : 'reading' },
    h(
      'p',
      { class: 'reading-head' },
      at < COLOURS ? h('span', { class: `reading-number reading-${at}` }, String(at + 1)) : null,
      h('strong', {}, reading.name),
      h('span', { class: 'reading-score' }, words.score(number(reading.score * PERCENT, lang, 1))),
    ),
    h('p', { class: 'quiet' }, reading.lands_in[lang]),
    h(
      'details',
      { open: at === 0 },
      h('summary', {}, words.evidence),
      evidenceList(reading.evidence, viewer),
    ),
    h(
      'button',
      {
        type: 'button',
        class: chosen ? 'button' : 'button button-quiet',
        'data-key': `use-${reading.crs}`,
        'aria-pressed': chosen,
        onclick: () => onchoose(chosen ? null : reading.crs),
      },
      chosen ? words.unuse : words.use,
    ),
  );
}

/** How sure the system is, and every other way to read the numbers. */
export function readingList(result: CornerTableResult, viewer: Viewer, acts: Acts): HTMLElement {
  const words = viewer.messages().imported;
  const lang = viewer.lang();
  const placed = placedReadings(result);
  const entries = placed.map((reading, at) => readingEntry(reading, at, viewer, acts));
  const named = placed.find(({ crs }) => crs === (acts.crs ?? result.systems[0]?.crs));
  return h(
    'section',
    { class: 'tool-part', 'aria-label': words.verdict },
    h(
      'h3',
      { class: 'tool-heading' },
      words.verdict,
      h('span', { class: `chip verdict verdict-${result.verdict}` }, words.verdicts[result.verdict]),
      acts.crs === null ? null : h('span', { class: 'chip' }, words.confirmed),
    ),
    named === undefined ? null : h('p', { class: 'lead' }, h('strong', {}, named.name)),
    h('p', { class: 'quiet' }, words.verdictTexts[result.verdict]),
    placed.length === 0 ? null : h('h4', { class: 'part-title' }, words.readings),
    h('ol', { class: 'readings' }, ...entries.slice(0, SHOWN)),
    entries.length <= SHOWN
      ? null
      : h(
          'details',
          {},
          h('summary', {}, words.others(number(entries.length - SHOWN, lang))),
          h('ol', { class: 'readings' }, ...entries.slice(SHOWN)),
        ),
  );
}
