import { readMeridian } from '../../crs/angle-text.js';

/** A central meridian cut out of a sentence. */
export interface FoundMeridian {
  /** Where its words begin and end in the text. */
  readonly start: number;
  readonly end: number;
  /** `null` when the words announce a meridian that cannot be read. */
  readonly value_deg: number | null;
  /** Read through damage: a lost degree sign, letters for digits, minutes behind a comma. */
  readonly damaged: boolean;
}

const ANNOUNCED =
  /(?:kinh tuyen(?: truc| trung uong| giua| goc mui)?(?: dia phuong)?|\bktt\w?|central meridian|\bcm\b)(?:\s*(?:la|is|=|:|\(|e))?\s*(?=[1li][\doli])/g;

/** Characters looked at behind the announcement. */
const LONGEST = 20;

const DEGREES = String.raw`[1li][01oli][\doli]`;
const PRIME = String.raw`\s*(?:'|’|′|‘|´|\x60|phut)`;

/** How the angle after the announcement may be written; the first form that fits is the one meant. */
const FORMS: readonly { readonly pattern: RegExp; readonly mend: (match: RegExpExecArray) => string }[] = [
  {
    // 106°30′, 106o30’, 106 độ 30 phút
    pattern: new RegExp(
      String.raw`^(${DEGREES})\s*(?:°|º|˚|⁰|\*|\^|do|o|d)\s*(?:([0-5]?[\doli])(?:${PRIME}|(?!\d)))?`,
    ),
    mend: ([, degrees = '', minutes = '00']) => `${digits(degrees)}°${digits(minutes)}′`,
  },
  {
    // 106030’, 1060 30’: the raised sign fell to a zero
    pattern: new RegExp(String.raw`^(${DEGREES})0\s?([0-5]\d)(?!\d)(?:${PRIME})?`),
    mend: ([, degrees = '', minutes = '']) => `${digits(degrees)}0${minutes}’`,
  },
  {
    // 106,5 and 106.25; 106,30 where only minutes give a meridian
    pattern: new RegExp(String.raw`^(${DEGREES})[.,](\d{1,4})(?!\d)`),
    mend: ([, degrees = '', tail = '']) =>
      isQuarter(Number(`0.${tail}`) * 60) || tail.length !== 2 || !isQuarter(Number(tail))
        ? `${digits(degrees)}.${tail}`
        : `${digits(degrees)}°${tail}′`,
  },
  {
    // 10630, 106 30: no sign at all
    pattern: new RegExp(String.raw`^(${DEGREES})\s*([0-5]\d)(?!\d)(?:${PRIME})?`),
    mend: ([, degrees = '', minutes = '']) => `${digits(degrees)}°${minutes}′`,
  },
  {
    // 105, 1050
    pattern: new RegExp(String.raw`^(${DEGREES})(0?)(?!\d)`),
    mend: ([, degrees = '', zero = '']) => `${digits(degrees)}${zero}`,
  },
];

function digits(text: string): string {
  return text.replace(/o/g, '0').replace(/[li]/g, '1');
}

/** Whether minutes are a multiple of fifteen, as those of every meridian in use are. */
function isQuarter(minutes: number): boolean {
  return Math.abs(minutes / 15 - Math.round(minutes / 15)) < 1e-6;
}

function clean(written: string): boolean {
  return /^1\d\d(?:\s*(?:°|º|˚|⁰|o|do|d)\s*(?:\d{1,2}(?:\s*(?:'|’|′|‘|´|`|phut))?)?|[.,]\d{1,4})?$/.test(
    written,
  );
}

function readAt(window: string): Omit<FoundMeridian, 'start'> {
  for (const [at, form] of FORMS.entries()) {
    const match = form.pattern.exec(window);
    if (match === null) continue;
    const read = readMeridian(form.mend(match));
    if (!read.ok) continue;
    const written = match[0].trim();
    const value_deg = Math.round(read.value.value_deg * 3600) / 3600;
    const minutesBehindComma = at === 2 && Math.abs(Number(written.replace(',', '.')) - value_deg) > 1e-6;
    const end = match[0].trimEnd().length;
    return { end, value_deg, damaged: minutesBehindComma || !clean(written) };
  }
  return { end: window.trimEnd().length, value_deg: null, damaged: true };
}

/** Every central meridian a folded text (lower case, no tone marks) announces. */
export function meridiansIn(words: string): readonly FoundMeridian[] {
  return [...words.matchAll(ANNOUNCED)].map((match) => {
    const start = match.index + match[0].length;
    const found = readAt(words.slice(start, start + LONGEST));
    return { ...found, start, end: start + found.end };
  });
}
