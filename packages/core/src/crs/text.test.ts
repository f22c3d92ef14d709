import { describe, expect, it } from 'vitest';
import { readAngle, readMeridian, readZoneWidth } from './angle-text.js';
import { type NumberStyle, readNumber } from './number-text.js';
import { readPair, readPoint } from './pair-text.js';

const number = (text: string, style?: NumberStyle) => {
  const found = readNumber(text, style);
  return found.ok ? found.value.value : found.issues[0].code;
};
const angle = (text: string) => {
  const found = readAngle(text);
  return found.ok ? Math.round(found.value.value_deg * 1e9) / 1e9 : found.issues[0].code;
};
const meridian = (text: string) => {
  const found = readMeridian(text);
  return found.ok ? found.value.value_deg : found.issues[0].code;
};

describe('a number', () => {
  it.each<[string, number | string]>([
    ['2499067,549', 2499067.549],
    ['2499067.549', 2499067.549],
    ['2.499.067,549', 2499067.549],
    ['2,499,067.549', 2499067.549],
    ['2 499 067,549', 2499067.549],
    ['2\u00a0499\u202f067,549', 2499067.549],
    ['2.499.067', 2499067],
    ['12.345.67', 'number-unreadable'],
    ['３，６２２８', 3.6228],
    ['−417804,320', -417804.32],
    ['417804,320', 417804.32],
    ['0,500', 0.5],
    ['417.804', 'number-ambiguous'],
    ['417,804', 'number-ambiguous'],
    ['1 250', 1250],
    ['1 250,500', 1250.5],
    ['41 78', 'number-unreadable'],
    ['24990O7,549', 2499007.549],
    ['l2345', 12345],
    ['Ol', 'number-unreadable'],
    ['', 'number-unreadable'],
    ['NaN', 'number-unreadable'],
    ['1e5', 'number-unreadable'],
    ['.', 'number-unreadable'],
    ['--3', 'number-unreadable'],
  ])('%s', (text, expected) => {
    expect(number(text)).toBe(expected);
  });

  it('follows the decimal mark of its table', () => {
    expect(number('417.804', { decimal: ',' })).toBe(417804);
    expect(number('417.804', { decimal: '.' })).toBe(417.804);
    expect(number('417.80', { decimal: ',' })).toBe('number-unreadable');
    expect(number('1,250', { loneSeparator: 'thousands' })).toBe(1250);
  });

  it('says which letters it took for digits, and how many decimals there are', () => {
    const found = readNumber('24990O7,549');
    expect(found.ok && [found.notes[0]?.code, found.value.decimals]).toEqual([
      'number-letters-read-as-digits',
      3,
    ]);
  });
});

describe('an angle', () => {
  it.each<[string, number | string]>([
    ['106°30′', 106.5],
    ["106o30'", 106.5],
    ['106º30’00”', 106.5],
    ["22°10'05.6''", 22.168222222],
    ['22°10′05,6″ B', 22.168222222],
    ['105 49 48', 105.83],
    ['105,83', 105.83],
    ['105.830', 105.83],
    ['Đ 105°49′48″', 105.83],
    ['105,83° E', 105.83],
    ['22 độ 10 phút 05,6 giây', 22.168222222],
    ['-22,5', -22.5],
    ['22,5 S', -22.5],
    ['22°60′', 'angle-unreadable'],
    ['22°10,5′30″', 'angle-unreadable'],
    ['430697,901', 'angle-unreadable'],
    ['abc', 'angle-unreadable'],
  ])('%s', (text, expected) => {
    expect(angle(text)).toBe(expected);
  });
});

describe('a central meridian', () => {
  it.each<[string, number | string]>([
    ['106030’', 106.5],
    ["105045'", 105.75],
    ['106030', 106.5],
    ['1050', 105],
    ['106°30′', 106.5],
    ['107 15', 107.25],
    ['106,5', 106.5],
    ['104045’00”', 104.75],
    ['108000’', 108],
    ['206°', 'meridian-out-of-range'],
    ['106070’', 'angle-unreadable'],
  ])('%s', (text, expected) => {
    expect(meridian(text)).toBe(expected);
  });

  it('notes the lost degree sign', () => {
    const found = readMeridian('106030’');
    expect(found.ok && found.notes[0]?.message.vi).toBe('“106030’” mất dấu độ; đọc là 106°30′.');
  });
});

it.each<[string, number | string]>([
  ['3', 3],
  ['3°', 3],
  ['30', 3],
  ['6º', 6],
  ['60', 6],
  ['3 độ', 3],
  ['4°', 'zone-width-unreadable'],
])('reads the zone width %s', (text, expected) => {
  const found = readZoneWidth(text);
  expect(found.ok ? found.value : found.issues[0].code).toBe(expected);
});

it('reads a pair of metres or of angles', () => {
  const pair = (line: string, unit: 'm' | 'deg') => {
    const found = readPair(line, unit);
    return found.ok ? found.value.values : found.issues.map((fault) => fault.code);
  };
  expect(pair('430697,901  2450426,934', 'm')).toEqual([430697.901, 2450426.934]);
  expect(pair('105.83\t22.15', 'deg')).toEqual([105.83, 22.15]);
  expect(pair('105° 30′ 00″ Đ 22° 30′ 00″ B', 'deg')).toEqual([105.5, 22.5]);
  expect(pair('1 2 3', 'm')).toEqual(['pair-expected']);
  expect(pair('a b', 'm')).toEqual(['number-unreadable', 'number-unreadable']);
});

it('gives a point east-north, and refuses an order its letters contradict', () => {
  const north = readPoint('2450426,934 430697,901', 'm', 'x-north');
  expect(north.ok && north.value).toEqual([430697.901, 2450426.934]);
  const good = readPoint('22°30′B 105°30′Đ', 'deg', 'x-north');
  expect(good.ok && good.value).toEqual([105.5, 22.5]);
  const bad = readPoint('22°30′B 105°30′Đ', 'deg', 'east-north');
  expect(bad.ok ? '' : bad.issues[0].code).toBe('pair-axis-contradiction');
});
