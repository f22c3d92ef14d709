import { type IsoDate, parseIsoDate } from '@giapranh/core';
import { day } from '../format/date.js';
import { h } from './element.js';

export interface DayField {
  readonly input: HTMLInputElement;
  readonly show: (value: IsoDate | null) => void;
}

/** `22/11/2026` as Vietnamese writes it, or `2026-11-22`; `undefined` when it is no day. */
export function readDay(text: string): IsoDate | undefined {
  const [, date = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  return parseIsoDate(
    year === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`,
  );
}

/**
 * A day, written day first in any browser: the browser's own field follows the language of the browser, where 7/1
 * and 1/7 are confused. What is no day is put back.
 */
export function createDayField(
  attributes: Readonly<Record<string, string>>,
  onday: (value: IsoDate | null) => void,
): DayField {
  const input = h('input', {
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    placeholder: 'dd/mm/yyyy',
    ...attributes,
  });
  let shown = '';
  input.addEventListener('change', () => {
    const asked = readDay(input.value);
    if (input.value.trim() === '') onday(null);
    else if (asked === undefined) input.value = shown;
    else onday(asked);
  });
  return {
    input,
    show: (value) => {
      shown = value === null ? '' : day(value);
      input.value = shown;
    },
  };
}
