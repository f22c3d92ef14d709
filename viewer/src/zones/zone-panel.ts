import { type Bbox, bboxOf, bboxUnion, type Issue } from '@giapranh/core';
import type { Feature } from 'geojson';
import { bareName, type Viewer } from '../app/viewer.js';
import type { Computer, Run } from '../compute/computer.js';
import type { ZoneAnswer } from '../compute/protocol.js';
import type { Overlay } from '../overlay/overlay.js';
import { createChoice } from '../panel/choice.js';
import { ringOpacity } from '../style/rings.js';
import { createProgressBar } from '../tools/progress-bar.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { createPairChoice } from './pair-choice.js';
import { createWidthChoice } from './width-choice.js';
import { zoneExports } from './zone-exports.js';
import { zoneResult } from './zone-result.js';
import { readDrawnUnits } from './zone-units.js';

interface Tools {
  readonly viewer: Viewer;
  readonly computer: Computer;
  readonly overlay: Overlay;
  readonly fit: (box: Bbox) => void;
}

type Side = 'both' | 'first' | 'second';
const SIDES: readonly Side[] = ['both', 'first', 'second'];

function drawnFeatures({ zones, border }: ZoneAnswer): Feature[] {
  const first = border.a.code;
  return [
    ...zones.map(
      ({ geometry, side, outer_m }): Feature => ({
        type: 'Feature',
        geometry,
        properties: { first: side.code === first, opacity: ringOpacity(outer_m) },
      }),
    ),
    { type: 'Feature', geometry: border.geometry, properties: {} },
  ];
}

/** Zones of any pair and widths, computed here: on the map and in figures at once. */
export function createZonePanel(tools: Tools): HTMLElement {
  const { viewer, computer, overlay } = tools;
  let side: Side = 'both';
  let ends: 'round' | 'flat' = 'round';
  let answer: ZoneAnswer | undefined;
  let running: Run<ZoneAnswer> | undefined;
  /** After the first time every change is computed by itself. */
  let live = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const changed = (): void => {
    drawSides();
    if (!live) return;
    clearTimeout(timer);
    timer = setTimeout(() => void compute(), SETTLE_ms);
  };
  const pairs = createPairChoice(viewer, changed);
  const widths = createWidthChoice(viewer, changed);
  const sides = createChoice('zone-side', (value) => {
    side = SIDES.find((one) => one === value) ?? 'both';
    changed();
  });
  const endings = createChoice('zone-ends', (value) => {
    ends = value === 'flat' ? 'flat' : 'round';
    changed();
  });
  const title = h('h2', { class: 'tool-title' });
  const intro = h('p', { class: 'quiet' });
  const sideLabel = h('p', { class: 'field-label', 'aria-hidden': 'true' });
  const endLabel = h('p', { class: 'field-label', 'aria-hidden': 'true' });
  const start = h('button', {
    type: 'button',
    class: 'button button-primary',
    onclick: () => void compute(),
  });
  const fault = h('div', { class: 'tool-fault', role: 'alert' });
  const job = h('div');
  const result = h('div');
  const element = h(
    'div',
    { class: 'tool zones' },
    h('header', { class: 'tool-part' }, title, intro),
    pairs.element,
    h(
      'div',
      { class: 'tool-part' },
      widths.element,
      h('div', { class: 'tool-field' }, sideLabel, sides.element),
      h('div', { class: 'tool-field' }, endLabel, endings.element),
      start,
      fault,
      job,
    ),
    result,
  );

  const drawSides = (): void => {
    const words = viewer.messages().zones;
    const pair = pairs.pair();
    const name = (at: 0 | 1, other: string): string =>
      pair === null ? other : bareName(pair.units[at].name);
    sides.show(
      words.sides,
      [
        { value: 'both', label: words.both },
        { value: 'first', label: name(0, words.first) },
        { value: 'second', label: name(1, words.second) },
      ],
      side,
    );
  };
  const tellFault = (heading: string, issues: readonly Issue[]): void => {
    const lang = viewer.lang();
    replaceChildren(
      fault,
      heading === ''
        ? null
        : h(
            'div',
            { class: 'note note-warn' },
            h('strong', {}, heading),
            ...issues.flatMap(({ message, hint }) => [
              h('p', {}, message[lang]),
              hint === undefined ? null : h('p', { class: 'quiet' }, hint[lang]),
            ]),
          ),
    );
  };
  const clear = (): void => {
    answer = undefined;
    live = false;
    overlay.show(null);
    result.replaceChildren();
  };
  const show = (): void => {
    if (answer === undefined) return;
    const found = answer;
    const words = viewer.messages().zones;
    replaceChildren(
      result,
      zoneResult(found, viewer),
      zoneExports(found, viewer, computer),
      h(
        'p',
        { class: 'tool-part tool-acts' },
        h(
          'button',
          { type: 'button', class: 'link-button', onclick: () => tools.fit(boxOf(found)) },
          words.show,
        ),
        h('button', { type: 'button', class: 'link-button', onclick: clear }, words.clear),
      ),
    );
  };
  const compute = async (): Promise<void> => {
    const words = viewer.messages().zones;
    running?.cancel();
    const [pair, widths_m] = [pairs.pair(), widths.widths_m()];
    tellFault('', []);
    if (pair === null) return tellFault(words.pairMissing, []);
    if (widths_m.length === 0) return tellFault(words.widthMissing, []);
    const bar = createProgressBar(viewer, () => run.cancel());
    const ask = {
      vintage: viewer.vintage().id,
      level: pair.level,
      pair: [pair.units[0].code, pair.units[1].code] as const,
      widths_m,
      side,
      ends,
    };
    const run = computer.run('zones', ask, bar.tell);
    running = run;
    replaceChildren(job, bar.element);
    start.disabled = true;
    result.setAttribute('aria-busy', 'true');
    const found = await run.answer;
    if (running !== run) return;
    running = undefined;
    start.disabled = false;
    result.setAttribute('aria-busy', 'false');
    job.replaceChildren();
    if (found === null) return;
    if (!found.ok) {
      clear();
      tellFault(words.failed, found.issues);
      return;
    }
    const isFirst = answer === undefined;
    answer = found.value;
    live = true;
    overlay.show({ type: 'FeatureCollection', features: drawnFeatures(answer) });
    if (isFirst) tools.fit(boxOf(answer));
    show();
  };
  const draw = (): void => {
    const words = viewer.messages().zones;
    title.textContent = words.title;
    intro.textContent = words.intro;
    sideLabel.textContent = words.sides;
    endLabel.textContent = words.ends;
    replaceChildren(start, words.compute);
    endings.show(
      words.ends,
      [
        { value: 'round', label: words.round },
        { value: 'flat', label: words.flat },
      ],
      ends,
    );
    widths.draw();
    drawSides();
    show();
  };
  const readUnits = async (): Promise<void> => {
    const units = await readDrawnUnits();
    if (units === undefined) {
      replaceChildren(
        fault,
        h('p', { class: 'note note-warn' }, icon('alert'), viewer.messages().zones.unitsFailed),
      );
      return;
    }
    pairs.draw(units);
    drawSides();
  };
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) {
      draw();
      void readUnits();
    }
    if (state.asOf === before.asOf) return;
    // Zones belong to the units of one vintage.
    running?.cancel();
    if (answer !== undefined && answer.border.a.vintage !== viewer.vintage().id) clear();
    void readUnits();
  });
  draw();
  // Its words are there before the units are.
  pairs.draw([]);
  void readUnits();
  return element;
}

const SETTLE_ms = 250;

function boxOf({ zones, border }: ZoneAnswer): Bbox {
  return zones.map(({ geometry }) => bboxOf(geometry)).reduce(bboxUnion, bboxOf(border.geometry));
}
