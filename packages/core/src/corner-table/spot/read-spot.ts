import { crsDefinition, crsOfMeridian } from '../../crs/lookup.js';
import { numberText } from '../../figure-text.js';
import { type Issue, issue } from '../../issue.js';
import { err, ok, type Result } from '../../result.js';
import { statedSystem } from '../statement/stated-system.js';
import { type SpotNumbers, spotNumbers } from './spot-numbers.js';
import { onGlobe, onGrid, type SpotReading } from './spot-reading.js';

export interface SpotContext {
  /** Systems tried when the text names none, in order: those of the profile. */
  readonly crs: readonly string[];
  /** West, south, east, north of the ground asked about, degrees: readings inside come first. */
  readonly view: readonly [number, number, number, number];
}

const unreadable = (text: string): Issue =>
  issue(
    'spot-unreadable',
    [],
    `“${text}” không phải một cặp tọa độ đọc được.`,
    `"${text}" is not a pair of coordinates that can be read.`,
    {
      vi: 'Ví dụ: 2499067,549 417804,320 KTT 106°30′ hoặc 22,5913 105,7012.',
      en: 'For example 2499067.549 417804.320 CM 106°30′ or 22.5913 105.7012.',
    },
  );

const nowhere = (numbers: SpotNumbers): Issue => {
  const [a, b] = numbers.values.map((value) => numberText(value, 1));
  return issue(
    'spot-outside',
    [],
    `Không hệ tọa độ nào đưa ${a?.vi ?? ''} và ${b?.vi ?? ''} vào Việt Nam.`,
    `No coordinate system puts ${a?.en ?? ''} and ${b?.en ?? ''} into Vietnam.`,
    { vi: 'Kiểm tra kinh tuyến trục và số chữ số.', en: 'Check the central meridian and the digits.' },
  );
};

/** The systems a text names, or those to try. Issues: those of `crsDefinition` and `crsOfMeridian`. */
function systems(text: string, context: SpotContext): Result<readonly { crs: string; stated: boolean }[]> {
  const said = statedSystem([{ row: 0, text }]);
  if (said.crs !== null) {
    const definition = crsDefinition(said.crs);
    return definition.ok ? ok([{ crs: definition.value.id, stated: true }]) : definition;
  }
  if (said.meridian_deg !== null) {
    const datum = said.datum === 'HN-72' ? 'HN-72' : 'VN-2000';
    const definition = crsOfMeridian(datum, said.meridian_deg, said.zoneWidth_deg ?? 3);
    return definition.ok ? ok([{ crs: definition.value.id, stated: true }]) : definition;
  }
  return ok(context.crs.map((crs) => ({ crs, stated: false })));
}

function inside({ lon, lat }: SpotReading, [west, south, east, north]: SpotContext['view']): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/**
 * One place as people write it in a message: `2499067,549 417804,320 KTT 106°30′`, `22°35′28″B 105°42′04″Đ`,
 * `22,5913 105,7012`. Answers every reading that falls into Vietnam, those inside the view first, each with how it
 * was read; more than one when no system is named. Issues: `spot-unreadable`, `spot-outside`, those of a named
 * system.
 */
export function readSpot(text: string, context: SpotContext): Result<readonly SpotReading[]> {
  const numbers = spotNumbers(text);
  if (numbers === undefined) return err(unreadable(text.trim()));
  if (numbers.unit === 'deg') {
    const reading = onGlobe(numbers);
    return reading === undefined ? err(nowhere(numbers)) : ok([reading]);
  }
  const tried = systems(text, context);
  if (!tried.ok) return tried;
  const readings = tried.value
    .map(({ crs, stated }) => onGrid(numbers, crs, stated))
    .filter((reading) => reading !== undefined);
  if (readings.length === 0) return err(nowhere(numbers));
  const near = readings.filter((reading) => inside(reading, context.view));
  return ok([...near, ...readings.filter((reading) => !near.includes(reading))]);
}
