import { DRAWN_ERROR_m, type IsoDate } from '@giapranh/core';
import type { Geometry } from 'geojson';
import type { Viewer } from '../app/viewer.js';
import type { Computer } from '../compute/computer.js';
import { flagCard } from '../panel/flag-card.js';
import { h, replaceChildren } from '../ui/element.js';
import type { RegisterId } from './draft.js';

export interface JudgedPart {
  readonly element: HTMLElement;
  readonly show: (geometry: Geometry | null, asOf: IsoDate) => void;
  readonly end: () => void;
}

/** What the rules say of ground where levelling is to be permitted, before it is permitted. */
export function createJudgedPart(viewer: Viewer, computer: Computer, register: RegisterId): JudgedPart {
  const element = h('section', { class: 'tool-part judged-part', hidden: true });
  let turn = 0;
  return {
    element,
    show: (geometry, asOf) => {
      turn += 1;
      const mine = turn;
      element.hidden = true;
      if (register !== 'levelling-permits' || geometry === null) return;
      const feature = {
        type: 'Feature',
        id: 'permit',
        geometry,
        properties: {
          activity: 'levelling',
          error_m: DRAWN_ERROR_m,
          name: viewer.messages().registers.thisGround,
        },
      } as const;
      void computer.run('assess', { features: [feature], asOf }).answer.then((answer) => {
        if (mine !== turn || answer === null || !answer.ok) return;
        const words = viewer.messages().registers;
        const flags = (answer.value.flags[0]?.flags ?? []).filter(({ level }) => level !== 'info');
        element.hidden = false;
        replaceChildren(
          element,
          h('h3', { class: 'tool-heading' }, words.judged),
          flags.length === 0 ? h('p', { class: 'quiet' }, words.judgedNone) : null,
          ...flags.map((flag) => flagCard(flag, viewer)),
        );
      });
    },
    end: () => {
      turn += 1;
    },
  };
}
