import { expect, it } from 'vitest';
import { placesIn, placesInColumn } from './places.js';

function names(text: string) {
  return placesIn(text, 1)
    .filter((place) => !place.weak)
    .map(({ level, name }) => `${level}: ${name}`);
}

it('takes the units a sentence names, with their level', () => {
  expect(names('đường Cọn Luông – Mù Trị, xã Xuân La, huyện Pác Nặm')).toEqual([
    'commune: Xuân La',
    'district: Pác Nặm',
  ]);
  expect(names('các xã Nghĩa Tá, Lương Bằng và Bằng Lãng, huyện Chợ Đồn, tỉnh Bắc Kạn')).toEqual([
    'commune: Nghĩa Tá',
    'commune: Lương Bằng',
    'commune: Bằng Lãng',
    'district: Chợ Đồn',
    'province: Bắc Kạn',
  ]);
  expect(names('UBND TỈNH BẮC KẠN')).toEqual(['province: BẮC KẠN']);
  expect(names('phường Đức Xuân, TP. Bắc Kạn')).toEqual(['commune: Đức Xuân', 'city: Bắc Kạn']);
  expect(names('Xuan La commune, Pac Nam district, Bac Kan province')).toEqual([
    'commune: Xuan La',
    'district: Pac Nam',
    'province: Bac Kan',
  ]);
  expect(names('thị trấn Yến Lạc (Na Rì), diện tích 5 ha')).toEqual(['commune: Yến Lạc']);
});

it('takes nothing for a name that is none', () => {
  expect(names('phát triển kinh tế xã hội, tỉnh ủy và huyện ủy')).toEqual([]);
  expect(names('Tổng diện tích toàn xã là 12 ha')).toEqual([]);
});

it('takes bare names in a column that is headed by a level', () => {
  const inColumn = placesInColumn('Nghĩa Tá, Lương Bằng', 'commune', 3);
  expect(inColumn.map(({ level, name, row }) => [level, name, row])).toEqual([
    ['commune', 'Nghĩa Tá', 3],
    ['commune', 'Lương Bằng', 3],
  ]);
});
