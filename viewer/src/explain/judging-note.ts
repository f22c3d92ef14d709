import type { Viewer } from '../app/viewer.js';
import { day } from '../format/date.js';
import type { JudgedSites } from '../sites/judged-sites.js';
import { h, replaceChildren } from '../ui/element.js';

/** Says on which day the flags were judged, where that is not the day shown, and offers to judge them anew. */
export function createJudgingNote(viewer: Viewer, sites: JudgedSites): HTMLElement {
  const element = h('div', { class: 'judging', role: 'status' });
  const draw = () => {
    const words = viewer.messages().explain;
    const on = sites.judgedOn();
    const asked = viewer.asOf();
    const running = sites.judging() === 'running';
    element.hidden = sites.state() !== 'ready' || on === null || on === asked;
    replaceChildren(
      element,
      h('p', {}, running ? words.judging(day(asked)) : words.judgedOn(day(on ?? asked))),
      sites.judging() === 'failed' ? h('p', {}, words.judgeFailed) : null,
      running
        ? null
        : h(
            'button',
            { type: 'button', class: 'link-button', onclick: () => void sites.judgeToday() },
            words.judgeOn(day(asked)),
          ),
    );
  };
  sites.subscribe(draw);
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) draw();
  });
  draw();
  return element;
}
