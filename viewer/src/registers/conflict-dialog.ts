import type { Viewer } from '../app/viewer.js';
import { day } from '../format/date.js';
import { h } from '../ui/element.js';
import type { Draft } from './draft.js';
import { type RegisterSchema, registerDefinition } from './register-schema.js';

export type ConflictChoice = 'theirs' | 'mine' | 'edit' | 'anew';

/** Both versions field by field, where they differ; resolves with what to do, `null` when it was only closed. */
export function askConflict(
  viewer: Viewer,
  draft: Draft,
  schema: RegisterSchema | undefined,
): Promise<ConflictChoice | null> {
  const words = viewer.messages().registers;
  const lang = viewer.lang();
  const { theirs } = draft;
  return new Promise((resolve) => {
    let choice: ConflictChoice | null = null;
    const dialog = h('dialog', { class: 'dialog conflict-dialog', 'aria-labelledby': 'conflict-title' });
    const button = (text: string, value: ConflictChoice, primary = false) =>
      h(
        'button',
        {
          type: 'button',
          class: primary ? 'button button-primary' : 'button',
          onclick: () => {
            choice = value;
            dialog.close();
          },
        },
        text,
      );
    const show = (name: string, value: unknown): string => {
      if (value === null || value === undefined || value === '') return '–';
      if (Array.isArray(value)) return value.join('; ') || '–';
      if (typeof value === 'object')
        return (
          Object.entries(value)
            .filter(([key]) => key !== 'draft')
            .map(([, one]) => String(one))
            .join(', ') || '–'
        );
      const term = schema?.terms
        .find(({ property }) => property === name)
        ?.terms.find(({ id }) => id === value);
      if (term !== undefined) return term.title[lang];
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? day(String(value)) : String(value);
    };
    const rows =
      theirs === null || draft.op === 'delete'
        ? []
        : registerDefinition(draft.register).properties.flatMap(({ name, title }) => {
            const [now, own] = [show(name, theirs.item.properties[name]), show(name, draft.properties[name])];
            return now === own
              ? []
              : [h('tr', {}, h('th', { scope: 'row' }, title[lang]), h('td', {}, now), h('td', {}, own))];
          });
    const moved =
      theirs !== null &&
      draft.op !== 'delete' &&
      JSON.stringify(theirs.item.geometry) !== JSON.stringify(draft.geometry);
    if (moved)
      rows.push(
        h('tr', {}, h('th', { scope: 'row' }, words.place), h('td', {}, ''), h('td', {}, words.placeDiffers)),
      );
    dialog.append(
      h(
        'h2',
        { id: 'conflict-title', tabindex: -1 },
        theirs === null ? words.conflictGone : words.conflictTitle,
      ),
      h('p', { class: 'quiet' }, words.conflictText),
      ...(rows.length === 0
        ? []
        : [
            h(
              'table',
              { class: 'conflict-table' },
              h(
                'thead',
                {},
                h(
                  'tr',
                  {},
                  h('td', {}),
                  h('th', { scope: 'col' }, words.theirs),
                  h('th', { scope: 'col' }, words.mine),
                ),
              ),
              h('tbody', {}, ...rows),
            ),
          ]),
      h(
        'div',
        { class: 'conflict-acts' },
        button(words.takeTheirs, 'theirs'),
        theirs === null || draft.op === 'delete' ? '' : button(words.mergeByHand, 'edit'),
        theirs === null
          ? button(words.writeAnew, 'anew', true)
          : button(draft.op === 'delete' ? words.removeYes : words.takeMine, 'mine', true),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(choice);
    });
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector<HTMLElement>('h2')?.focus();
  });
}

/** A question with a deed and a way back; `true` for the deed. */
export function askSure(question: string, yes: string, no: string): Promise<boolean> {
  return new Promise((resolve) => {
    let sure = false;
    const dialog = h('dialog', { class: 'dialog sure-dialog', 'aria-labelledby': 'sure-title' });
    dialog.append(
      h('h2', { id: 'sure-title' }, question),
      h(
        'div',
        { class: 'conflict-acts' },
        h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, no),
        h(
          'button',
          {
            type: 'button',
            class: 'button button-danger',
            onclick: () => {
              sure = true;
              dialog.close();
            },
          },
          yes,
        ),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(sure);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
