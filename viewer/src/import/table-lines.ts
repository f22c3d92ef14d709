import type { CornerTableInput, Issue } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { number } from '../format/number.js';
import { type Child, h } from '../ui/element.js';
import { icon } from '../ui/icon.js';

interface Sheet {
  readonly name: string | null;
  readonly lines: readonly string[];
}

const CELLS_APART = '  ';
/** Lines told before and after one with a fault, when the text is long. */
const AROUND = 2;
const SHOWN_WHOLE = 60;

function sheetsOf(input: CornerTableInput): readonly Sheet[] {
  if (typeof input === 'string')
    return [{ name: null, lines: input.replace(/\s+$/u, '').split(/\r\n|\r|\n/) }];
  const sheets = 'sheets' in input ? input.sheets : [{ name: '', rows: input }];
  return sheets.map(({ name, rows }) => ({
    name: sheets.length > 1 ? name : null,
    lines: rows.map((row) => row.map((value) => String(value ?? '')).join(CELLS_APART)),
  }));
}

/** The row an issue names, and its sheet where there are several. */
function placeOf({ path }: Issue): { readonly sheet: string | null; readonly row: number | null } {
  const sheetAt = path.indexOf('sheet');
  const sheet = sheetAt < 0 ? undefined : path[sheetAt + 1];
  const rowAt = path.indexOf('row');
  const row = rowAt < 0 ? undefined : path[rowAt + 1];
  return {
    sheet: typeof sheet === 'string' ? sheet : null,
    row: typeof row === 'number' ? row : typeof row === 'string' && /^\d+$/.test(row) ? Number(row) : null,
  };
}

/** A fault, with its line where it does not stand beside it. */
export function faultText(fault: Issue, viewer: Viewer, alone = false): HTMLElement {
  const lang = viewer.lang();
  const { message, hint } = fault;
  const { row } = placeOf(fault);
  return h(
    'div',
    { class: 'line-fault' },
    icon('alert'),
    h(
      'div',
      {},
      h(
        'p',
        {},
        alone && row !== null ? h('strong', {}, `${viewer.messages().imported.line(String(row))}: `) : null,
        message[lang],
      ),
      hint === undefined ? null : h('p', { class: 'quiet' }, hint[lang]),
    ),
  );
}

function sheetLines({ name, lines }: Sheet, issues: readonly Issue[], viewer: Viewer): HTMLElement {
  const words = viewer.messages().imported;
  const lang = viewer.lang();
  const own = issues.filter((one) => placeOf(one).sheet === name);
  const at = (row: number) => own.filter((one) => placeOf(one).row === row);
  const bad = own.flatMap((one) => placeOf(one).row ?? []);
  const isShown = (row: number) =>
    lines.length <= SHOWN_WHOLE || row <= AROUND || bad.some((one) => Math.abs(one - row) <= AROUND);
  const entries: Child[] = [];
  let left = 0;
  const tellLeft = (): void => {
    if (left > 0) entries.push(h('li', { class: 'table-lines-left' }, words.shortened(number(left, lang))));
    left = 0;
  };
  lines.forEach((line, index) => {
    const row = index + 1;
    if (!isShown(row)) {
      left += 1;
      return;
    }
    tellLeft();
    const faults = at(row);
    entries.push(
      h(
        'li',
        { class: faults.length > 0 ? 'table-line table-line-bad' : 'table-line', 'data-row': row },
        h('span', { class: 'table-line-number', 'aria-label': words.line(String(row)) }, String(row)),
        h('code', {}, line),
        ...faults.map((fault) => faultText(fault, viewer)),
      ),
    );
  });
  tellLeft();
  return h(
    'div',
    {},
    name === null ? null : h('h4', { class: 'part-title' }, words.sheet(name)),
    h('ul', { class: 'table-lines', tabindex: 0, 'aria-label': words.text }, ...entries),
  );
}

/** What was read, line by line, with each fault under its line; faults of the whole table first. */
export function tableLines(input: CornerTableInput, issues: readonly Issue[], viewer: Viewer): HTMLElement {
  const words = viewer.messages().imported;
  const whole = issues.filter((one) => placeOf(one).row === null);
  const count = issues.length;
  return h(
    'section',
    { class: 'tool-part', 'aria-label': words.text },
    h(
      'h3',
      { class: 'tool-heading' },
      words.text,
      h(
        'span',
        { class: count === 0 ? 'chip' : 'chip chip-high' },
        count === 0 ? words.noFaults : words.faults(number(count, viewer.lang())),
      ),
    ),
    ...whole.map((fault) => faultText(fault, viewer)),
    ...sheetsOf(input).map((sheet) => sheetLines(sheet, issues, viewer)),
  );
}
