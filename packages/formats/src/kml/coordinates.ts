import { type Issue, issue } from '@giapranh/core';
import type { Element } from '@xmldom/xmldom';

const NUMBER = '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?';
const TUPLE = new RegExp(`^(${NUMBER}),(${NUMBER})(?:,(?:${NUMBER})?)?$`);
/** More faults of one placemark have one cause. */
const FAULTS_AT_MOST = 5;

/** Blanks behind a comma are common in files made by hand; the format has none. */
const joined = (text: string): string => text.replace(/,[ \t]+/g, ',');

function rangeFault(lon: number, lat: number, tuple: string, row: number): Issue | undefined {
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return undefined;
  if (Math.abs(lon) <= 90 && Math.abs(lat) <= 180) {
    return issue(
      'kml-axes-swapped',
      ['row', row],
      `“${tuple}”: có lẽ kinh độ và vĩ độ bị đổi chỗ.`,
      `"${tuple}": longitude and latitude may be swapped.`,
      { vi: 'KML ghi kinh độ trước, vĩ độ sau.', en: 'KML writes longitude first, then latitude.' },
    );
  }
  return issue(
    'kml-out-of-range',
    ['row', row],
    `“${tuple}” không phải kinh độ, vĩ độ.`,
    `"${tuple}" is not longitude and latitude.`,
    {
      vi: 'KML chỉ dùng độ WGS 84; tọa độ phẳng VN-2000 hãy đưa vào dạng bảng điểm góc.',
      en: 'KML has WGS 84 degrees only; bring plane VN-2000 coordinates as a table of corners.',
    },
  );
}

/** What is wrong with the numbers of a placemark, each with its line; a converter would drop them in silence. */
export function coordinateFaults(placemark: Element): Issue[] {
  const faults: Issue[] = [];
  for (const element of placemark.getElementsByTagName('coordinates')) {
    const first = element.lineNumber ?? 1;
    joined(element.textContent ?? '')
      .split('\n')
      .forEach((text, at) => {
        for (const tuple of text.split(/\s+/).filter((part) => part !== '')) {
          if (faults.length >= FAULTS_AT_MOST) return;
          const row = first + at;
          const [, lon, lat] = TUPLE.exec(tuple) ?? [];
          const fault =
            lon === undefined || lat === undefined
              ? issue(
                  'kml-coordinate',
                  ['row', row],
                  `“${tuple}” không phải tọa độ dạng kinh độ,vĩ độ.`,
                  `"${tuple}" is not a coordinate of the form longitude,latitude.`,
                )
              : rangeFault(Number(lon), Number(lat), tuple, row);
          if (fault !== undefined) faults.push(fault);
        }
      });
  }
  return faults;
}

/** Writes the coordinates as the format has them. */
export function tidyCoordinates(placemark: Element): void {
  for (const element of placemark.getElementsByTagName('coordinates')) {
    element.textContent = joined(element.textContent ?? '');
  }
}
