import type { Secrecy } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { h } from '../ui/element.js';

/** Who may read a record, of the levels its writer may read; no register is public. */
export function secrecySelect(
  viewer: Viewer,
  levels: readonly Secrecy[],
  chosen: Secrecy,
): HTMLSelectElement {
  return h(
    'select',
    { class: 'field', id: 'record-secrecy' },
    ...levels
      .filter((level) => level !== 'public')
      .map((level) =>
        h('option', { value: level, selected: level === chosen }, viewer.messages().session.levels[level]),
      ),
  );
}
