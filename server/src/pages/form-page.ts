import type { Language } from '../language.js';
import { documentHtml } from './document.js';
import { escaped } from './escape.js';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'password' | 'hidden';
  readonly value?: string;
  readonly autocomplete?: string;
  readonly least?: number;
}

interface FormPage {
  readonly title: string;
  readonly text?: string;
  readonly fault?: string | undefined;
  readonly action: string;
  readonly send: string;
  /** Another page that may be meant. */
  readonly also?: { readonly href: string; readonly title: string };
  readonly fields: readonly Field[];
}

function fieldHtml({ name, label, type, value = '', autocomplete, least }: Field): string {
  const input = [
    `<input id="${name}" name="${name}" type="${type}" value="${escaped(value)}"`,
    type === 'hidden' ? '' : ' required',
    autocomplete === undefined ? '' : ` autocomplete="${autocomplete}"`,
    least === undefined ? '' : ` minlength="${least}"`,
    '>',
  ].join('');
  return type === 'hidden' ? input : `<p><label for="${name}">${escaped(label)}</label><br>${input}</p>`;
}

/** A page with one form and no script. */
export function formPageHtml(
  { title, text, fault, action, send, also, fields }: FormPage,
  language: Language,
): string {
  return documentHtml(
    title,
    language,
    `<main>
<h1>${escaped(title)}</h1>
${text === undefined ? '' : `<p>${escaped(text)}</p>`}
${fault === undefined ? '' : `<p role="alert">${escaped(fault)}</p>`}
<form method="post" action="${escaped(action)}">
${fields.map(fieldHtml).join('\n')}
<p><button type="submit">${escaped(send)}</button></p>
</form>
${also === undefined ? '' : `<p><a href="${escaped(also.href)}">${escaped(also.title)}</a></p>`}
</main>`,
  );
}
