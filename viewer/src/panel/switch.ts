import { h } from '../ui/element.js';

/** A checkbox that looks like a switch; `key` finds it again after the panel is drawn anew. */
export function switchBox(
  key: string,
  label: string,
  checked: boolean,
  onchange: (on: boolean) => void,
): HTMLInputElement {
  const box = h('input', {
    type: 'checkbox',
    role: 'switch',
    class: 'switch',
    'data-key': key,
    'aria-label': label,
    checked,
  });
  box.addEventListener('change', () => onchange(box.checked));
  return box;
}
