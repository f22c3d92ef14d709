import type { Random } from './random.js';

/** A way paper, scanners, typists and spreadsheets spoil a table. Lines come in, lines go out. */
export type Damage = (lines: readonly string[], random: Random) => readonly string[];

/** Lines that hold a corner. */
function cornerLines(lines: readonly string[]): readonly number[] {
  return lines.flatMap((line, at) => (/\d{3}.*\d{3}.*\d{3}/.test(line) && !/ha\s*$/.test(line) ? [at] : []));
}

function changeLine(
  lines: readonly string[],
  random: Random,
  change: (line: string) => string,
): readonly string[] {
  const corners = cornerLines(lines);
  if (corners.length === 0) return lines;
  const at = random.pick(corners);
  return lines.map((line, index) => (index === at ? change(line) : line));
}

/** The declared area stays as it is: it is the document's own check. */
function declaresArea(line: string): boolean {
  return line.normalize('NFC').startsWith('Diện tích');
}

function replaceAt(text: string, at: number, glyph: string): string {
  return text.slice(0, at) + glyph + text.slice(at + 1);
}

const JUNK = ['?', '#', '*', '~', '\u0000', '\ufffd', '…', 'ồ', '😀', '\u202e', '"', "'", '|', '\\', '٣'];

const digit: Damage = (lines, random) =>
  changeLine(lines, random, (line) => {
    const places = [...line.matchAll(/\d/g)].map((match) => match.index);
    return places.length === 0 ? line : replaceAt(line, random.pick(places), String(random.whole(0, 9)));
  });

const exchangedDigits: Damage = (lines, random) =>
  changeLine(lines, random, (line) => {
    const places = [...line.matchAll(/\d(?=\d)/g)].map((match) => match.index);
    if (places.length === 0) return line;
    const at = random.pick(places);
    return `${line.slice(0, at)}${line[at + 1] ?? ''}${line[at] ?? ''}${line.slice(at + 2)}`;
  });

const lostGlyph: Damage = (lines, random) =>
  changeLine(lines, random, (line) => {
    const at = random.whole(0, Math.max(0, line.length - 1));
    return line.slice(0, at) + line.slice(at + 1);
  });

const junk: Damage = (lines, random) =>
  changeLine(lines, random, (line) => {
    const at = random.whole(0, line.length);
    return line.slice(0, at) + random.pick(JUNK) + line.slice(at);
  });

const letters: Damage = (lines, random) =>
  changeLine(lines, random, (line) =>
    random.chance(0.5) ? line.replaceAll('0', 'O') : line.replace(/1(?=\d)/, 'l'),
  );

const lineTwice: Damage = (lines, random) => {
  const at = random.whole(0, lines.length - 1);
  return [...lines.slice(0, at + 1), ...lines.slice(at)];
};

const lineLost: Damage = (lines, random) => {
  const at = random.whole(0, lines.length - 1);
  return declaresArea(lines[at] ?? '') ? lines : lines.filter((_, index) => index !== at);
};

const linesExchanged: Damage = (lines, random) => {
  const corners = cornerLines(lines);
  if (corners.length < 2) return lines;
  const [i, j] = [random.pick(corners), random.pick(corners)];
  return lines.map((line, at) => (at === i ? (lines[j] ?? '') : at === j ? (lines[i] ?? '') : line));
};

const cellsExchanged: Damage = (lines, random) =>
  changeLine(lines, random, (line) => {
    const cells = line.split(/([;\t|])/);
    if (cells.length < 5) return line;
    const [i, j] = random.pick([
      [0, 2],
      [2, 4],
      [0, 4],
    ] as const);
    return cells
      .map((cell, at) => (at === i ? (cells[j] ?? '') : at === j ? (cells[i] ?? '') : cell))
      .join('');
  });

const cellEmptied: Damage = (lines, random) =>
  changeLine(lines, random, (line) => line.replace(random.pick([/^[^;\t|]*/, /[^;\t|]*$/]), ''));

const marks: Damage = (lines, random) =>
  random.chance(0.5)
    ? changeLine(lines, random, (line) => line.replace(',', '.'))
    : lines.map((line) => (declaresArea(line) ? line : line.replaceAll(',', random.pick(['.', ' ', '']))));

const delimiters: Damage = (lines, random) => {
  const delimiter = random.pick(['\t', ' ', '  ', ';', ' ; ', '|', ';;']);
  return lines.map((line) => line.replaceAll(';', delimiter));
};

const blankLines: Damage = (lines, random) => {
  const at = random.whole(0, lines.length);
  return [...lines.slice(0, at), '', ...lines.slice(at)];
};

const cut: Damage = (lines, random) => {
  const at = random.whole(6, lines.length);
  return lines.slice(0, at);
};

const header: Damage = (lines, random) =>
  random.chance(0.5)
    ? lines.filter((line) => !/X \(m\)/.test(line))
    : lines.map((line) =>
        /X \(m\)/.test(line) ? line.replace('X (m)', 'Y (m)').replace('Y (m)', 'X (m)') : line,
      );

const meridian: Damage = (lines, random) =>
  lines.map((line) =>
    line.replace(
      /\d{3}°\d{2}′/,
      random.pick([
        '105°45′',
        '106°30′',
        '107°15′',
        '106030’',
        '1O6°3O’',
        '',
        '999°',
        '106°31′',
        '10630',
        '105',
      ]),
    ),
  );

const statementLost: Damage = (lines) => lines.filter((line) => !/^Hệ tọa độ/.test(line));

const placeLost: Damage = (lines, random) =>
  random.chance(0.5)
    ? lines.filter((line) => !/^Địa điểm/.test(line))
    : lines.map((line) => (/^Địa điểm/.test(line) ? line.replace(/: [^,]*,/, ':') : line));

const decomposed: Damage = (lines) => lines.map((line) => line.normalize('NFD'));

const fullWidth: Damage = (lines) =>
  lines.map((line) =>
    /[a-zà-ỹ]{3}/i.test(line)
      ? line
      : line.replace(/\d/g, (glyph) => String.fromCharCode(glyph.charCodeAt(0) + 0xfee0)),
  );

const sentence: Damage = (lines, random) => {
  const at = random.whole(0, lines.length);
  const words = random.pick([
    'Ghi chú: tọa độ đo bằng GNSS',
    'Tổng cộng: 12 điểm, cao độ 450,5 m',
    '(1);(2);(3)',
    'Trang 2/3',
    'Khu vực 2',
    'STT;X (m);Y (m)',
  ]);
  return [...lines.slice(0, at), words, ...lines.slice(at)];
};

const noise: Damage = (lines, random) => [
  ...lines,
  Array.from({ length: random.whole(1, 200) }, () => String.fromCharCode(random.whole(1, 0xffff))).join(''),
];

export const DAMAGES: Readonly<Record<string, Damage>> = {
  digit,
  exchangedDigits,
  lostGlyph,
  junk,
  letters,
  lineTwice,
  lineLost,
  linesExchanged,
  cellsExchanged,
  cellEmptied,
  marks,
  delimiters,
  blankLines,
  cut,
  header,
  meridian,
  statementLost,
  placeLost,
  decomposed,
  fullWidth,
  sentence,
  noise,
};
