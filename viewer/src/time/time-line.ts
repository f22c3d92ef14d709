import type { IsoDate } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { day } from '../format/date.js';
import { today, vintageOn } from '../state/vintage.js';
import { createDayField } from '../ui/day-field.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { dayNumber, dayOfNumber, type TimeEvent, timeMarks } from './time-marks.js';

/** How much of the line the slider's knob keeps from each end, pixels: marks stand where the knob would. */
const KNOB_px = 8;

/** The day shown, on a line with marks where units change and where documents begin or end. */
export function createTimeLine(viewer: Viewer): HTMLElement {
  const { store, profile } = viewer;
  const all = timeMarks(profile);
  const now = today();
  const first = profile.vintages.map(({ valid_from }) => valid_from).find((one) => one !== null) ?? now;
  const marks = all.filter((mark) => mark.day >= first && mark.day <= now);
  const [low, high] = [dayNumber(first), dayNumber(now)];

  const set = (asked: IsoDate) => {
    const to = asked < first ? first : asked > now ? now : asked;
    if (to === viewer.asOf()) return draw();
    const moved = vintageOn(profile.vintages, to)?.id !== viewer.vintage().id;
    const { selection } = store.state();
    const at = selection?.at ?? null;
    // A feature belongs to its vintage: in the other one the same place is asked about anew.
    store.set({
      asOf: to === now ? null : to,
      ...(moved ? { selection: at === null ? null : { feature: null, at } } : {}),
    });
  };

  const label = h('label', { class: 'time-label', for: 'time-day' });
  const date = createDayField({ class: 'time-day', id: 'time-day' }, (asked) => {
    if (asked === null) draw();
    else set(asked);
  });
  const back = h('button', { type: 'button', class: 'link-button' });
  back.addEventListener('click', () => set(now));
  const slider = h('input', { type: 'range', class: 'time-slider', min: low, max: high, step: 1 });
  slider.addEventListener('input', () => tell(dayOfNumber(Number(slider.value))));
  slider.addEventListener('change', () => set(dayOfNumber(Number(slider.value))));
  const step = (name: 'previous' | 'next') =>
    h('button', { type: 'button', class: 'icon-button' }, icon(name));
  const [previous, next] = [step('previous'), step('next')];
  previous.addEventListener('click', () => {
    const mark = marks.findLast((one) => one.day < viewer.asOf());
    if (mark !== undefined) set(mark.day);
  });
  next.addEventListener('click', () => set(marks.find((one) => one.day > viewer.asOf())?.day ?? now));
  const ticks = h('span', { class: 'time-ticks', 'aria-hidden': 'true' });
  const said = h('p', { class: 'time-said', role: 'status' });

  const track = h('span', { class: 'time-track' }, ticks, slider);

  const eventText = ({ kind, id }: TimeEvent): string => {
    const words = viewer.messages().time;
    if (kind === 'vintage')
      return words.vintage(profile.vintages.find((one) => one.id === id)?.title[viewer.lang()] ?? id);
    const document = profile.documents.find((one) => one.id === id);
    // Regulations that nobody saw a number of are known by their title.
    const unnumbered = document?.number.startsWith('(') ?? true;
    return words[kind]((unnumbered ? document?.title[viewer.lang()] : document?.number) ?? id);
  };
  /** The day under the knob while it is being moved, and what happens on it. */
  const tell = (shown: IsoDate) => {
    const mark = marks.find((one) => one.day === shown);
    date.show(shown);
    slider.setAttribute('aria-valuetext', [day(shown), ...(mark?.events.map(eventText) ?? [])].join('. '));
    said.textContent = mark?.events.map(eventText).join(' · ') ?? '';
  };
  const draw = () => {
    const words = viewer.messages().time;
    label.textContent = words.label;
    back.textContent = words.today;
    back.hidden = viewer.asOf() === now;
    for (const [control, text] of [
      [previous, words.previous],
      [next, words.next],
      [slider, words.label],
    ] as const) {
      control.setAttribute('aria-label', text);
      control.title = control === slider ? '' : text;
    }
    previous.toggleAttribute('disabled', !marks.some((one) => one.day < viewer.asOf()));
    next.toggleAttribute('disabled', viewer.asOf() >= now);
    track.title = words.marksText;
    slider.value = String(dayNumber(viewer.asOf()));
    tell(viewer.asOf());
  };
  replaceChildren(
    ticks,
    ...marks.map((mark) => {
      const tick = h('i', { class: mark.events.some(({ kind }) => kind === 'vintage') ? 'tick tick-vintage' : 'tick' }); // biome-ignore format: one tick
      const part = (dayNumber(mark.day) - low) / Math.max(1, high - low);
      tick.style.left = `calc(${KNOB_px}px + (100% - ${2 * KNOB_px}px) * ${part.toFixed(5)})`;
      return tick;
    }),
  );
  store.subscribe((state, before) => {
    if (state.lang !== before.lang || state.asOf !== before.asOf) draw();
  });
  draw();
  return h(
    'div',
    { class: 'time' },
    h('div', { class: 'time-head' }, label, date.input, back),
    h('div', { class: 'time-line' }, previous, track, next),
    said,
  );
}
