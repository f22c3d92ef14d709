/** A corner's name, cut into what stays and what counts: `M-12` is `M-` and 12. */
export interface Label {
  readonly prefix: string;
  readonly number: number | null;
}

const COUNTED = /^(.*?)(\d{1,6})(?:\s*[.)'’])?$/;

export function readLabel(text: string): Label {
  const match = COUNTED.exec(text.trim());
  if (match === null) return { prefix: text.trim(), number: null };
  return { prefix: (match[1] ?? '').trim(), number: Number(match[2]) };
}
