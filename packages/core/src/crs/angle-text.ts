import { type Issue, issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import { plainDigits, readNumber } from './number-text.js';

export interface AngleReading {
  readonly value_deg: number;
  /** How it was written. */
  readonly form: 'decimal' | 'degrees-minutes' | 'degrees-minutes-seconds';
  /** What the hemisphere letter says the angle is, if there is one. */
  readonly direction: 'latitude' | 'longitude' | null;
  /** Half a unit of the last digit written, in degrees. */
  readonly rounding_deg: number;
}

const HEMISPHERES: Readonly<Record<string, readonly ['latitude' | 'longitude', 1 | -1]>> = {
  N: ['latitude', 1],
  B: ['latitude', 1],
  S: ['latitude', -1],
  E: ['longitude', 1],
  Đ: ['longitude', 1],
  W: ['longitude', -1],
  T: ['longitude', -1],
};

/** The many signs for degree, minute and second to °, ′ and ″. */
function plainSigns(text: string): string {
  return plainDigits(text.normalize('NFC'))
    .replace(/[\u00ba\u02da\u2070\u1d52]/g, '°')
    .replace(/''|’’|‘‘|′′|["\u201c\u201d\u201f\u02ba\u3003]/g, '″')
    .replace(/['\u2018\u2019\u201b\u00b4`\u02b9\u02bc]/g, '′')
    .replace(/(\d)\s*[oO]\s*(?=\d{1,2}\s*′)/g, '$1°')
    .replace(/(\d)\s*(?:độ|deg)\s*/giu, '$1°')
    .replace(/(\d)\s*(?:phút|min)\s*/giu, '$1′')
    .replace(/(\d)\s*(?:giây|sec)\s*/giu, '$1″')
    .trim();
}

function unreadable(text: string): Issue {
  return issue(
    'angle-unreadable',
    [],
    `Không đọc được góc “${text}”.`,
    `"${text}" is not an angle that can be read.`,
    { vi: 'Ví dụ: 106°30′00″ hoặc 106,5.', en: 'For example 106°30′00″ or 106.5.' },
  );
}

function part(text: string | undefined): { readonly value: number; readonly decimals: number } | undefined {
  if (text === undefined) return { value: 0, decimals: 0 };
  const found = readNumber(text, { loneSeparator: 'decimal' });
  return found.ok ? found.value : undefined;
}

const SEXAGESIMAL =
  /^(\d{1,3})\s*[°\s]\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:[′\s]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*[″′]{0,2})?)?$/;

/**
 * Degrees, minutes and seconds, or decimal degrees with point or comma; signs in any of their typographic forms,
 * `106o30'` included; hemisphere letters N/B, S, E/Đ, W/T before or after. Issue: `angle-unreadable` (minutes or
 * seconds of 60 and more among them).
 */
export function readAngle(text: string): Result<AngleReading> {
  const signs = plainSigns(text);
  const letter = /^([NSEWBĐT])\s*(?=[-\d])|(?<=[\d°′″]\s*)([NSEWBĐT])$/iu.exec(signs);
  const name = (letter?.[1] ?? letter?.[2] ?? '').toUpperCase();
  const [direction, hemisphereSign] = HEMISPHERES[name] ?? [null, 1];
  const bare = (letter === null ? signs : signs.replace(letter[0], '')).trim();
  const negative = bare.startsWith('-');
  const magnitude = bare.replace(/^[+-]\s*/, '');
  const sign = (negative ? -1 : 1) * hemisphereSign;

  const decimal = readNumber(magnitude.replace(/\s*°$/, ''), { loneSeparator: 'decimal' });
  if (decimal.ok && !decimal.value.grouped) {
    const { value, decimals } = decimal.value;
    if (value > 360) return err(unreadable(text));
    return ok(
      { value_deg: sign * value, form: 'decimal', direction, rounding_deg: 0.5 * 10 ** -decimals },
      decimal.notes,
    );
  }
  const match = SEXAGESIMAL.exec(magnitude);
  const [degrees, minutes, seconds] = [part(match?.[1]), part(match?.[2]), part(match?.[3])];
  if (match === null || degrees === undefined || minutes === undefined || seconds === undefined) {
    return err(unreadable(text));
  }
  if (minutes.value >= 60 || seconds.value >= 60 || (match[3] !== undefined && minutes.decimals > 0)) {
    return err(unreadable(text));
  }
  const hasSeconds = match[3] !== undefined;
  return ok({
    value_deg: sign * (degrees.value + minutes.value / 60 + seconds.value / 3600),
    form: hasSeconds ? 'degrees-minutes-seconds' : 'degrees-minutes',
    direction,
    rounding_deg: hasSeconds ? (0.5 * 10 ** -seconds.decimals) / 3600 : (0.5 * 10 ** -minutes.decimals) / 60,
  });
}

/** The meridians a zone of Vietnam can have, with room for the offshore 6° zones. */
const MERIDIAN_RANGE_deg = [100, 118] as const;

function lostSign(text: string, vi: string, en: string): Issue {
  return issue(
    'angle-degree-sign-lost',
    [],
    `“${text}” mất dấu độ; đọc là ${vi}.`,
    `"${text}" has lost its degree sign; read as ${en}.`,
  );
}

/**
 * A central meridian: an angle, or an angle whose raised degree sign fell to a digit, `106030’` for 106°30′ and
 * `1050` for 105° (a note `angle-degree-sign-lost`). Issues: `angle-unreadable`, `meridian-out-of-range`.
 */
export function readMeridian(text: string): Result<AngleReading> {
  const compact = plainSigns(text).replace(/\s+/g, '');
  const lost = /^(1[01]\d)[0oO](?:([0-5]\d)′?(?:(00)[″′]{0,2})?)?$/.exec(compact);
  if (lost !== null) {
    const [degrees, minutes] = [Number(lost[1]), Number(lost[2] ?? '0')];
    const clear = lost[2] === undefined ? `${degrees}°` : `${degrees}°${lost[2]}′`;
    return inRange(
      text,
      ok(
        {
          value_deg: degrees + minutes / 60,
          form: 'degrees-minutes',
          direction: null,
          rounding_deg: 0.5 / 60,
        },
        [lostSign(text, clear, clear)],
      ),
    );
  }
  return inRange(text, readAngle(text));
}

function inRange(text: string, reading: Result<AngleReading>): Result<AngleReading> {
  if (!reading.ok) return reading;
  const [least, most] = MERIDIAN_RANGE_deg;
  if (reading.value.value_deg >= least && reading.value.value_deg <= most) return reading;
  return err(
    issue(
      'meridian-out-of-range',
      [],
      `Kinh tuyến trục “${text}” không đi qua Việt Nam.`,
      `The central meridian "${text}" does not cross Vietnam.`,
    ),
  );
}

/** A zone width: `3`, `3°`, `múi 3 độ`, or `30` and `60` for 3° and 6° (a note). Issue: `zone-width-unreadable`. */
export function readZoneWidth(text: string): Result<3 | 6> {
  const compact = plainSigns(text).replace(/\s+/g, '');
  const match = /^([36])(°|[0oO])?$/.exec(compact);
  if (match === null) {
    return err(
      issue(
        'zone-width-unreadable',
        [],
        `Không đọc được múi chiếu “${text}”; chỉ có múi 3° và 6°.`,
        `"${text}" is not a zone width; there are 3° and 6° zones.`,
      ),
    );
  }
  const width = match[1] === '3' ? 3 : 6;
  const damaged = match[2] !== undefined && match[2] !== '°';
  return ok(width, damaged ? [lostSign(text, `${width}°`, `${width}°`)] : []);
}
