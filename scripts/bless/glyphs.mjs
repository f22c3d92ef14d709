// Renders server/assets/glyphs from Noto Sans (OFL) when asked to: `node scripts/bless/glyphs.mjs --render`.
// Takes fontnik and the font's TTF files from npm into a throw-away folder: nothing else here needs either, and the
// result changes only with the font. Without `--render` (as `pnpm bless` calls it) it checks that the files are there.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fail, ROOT, say } from '../workspace.mjs';

const TOOLS = ['fontnik@0.7.7', '@expo-google-fonts/noto-sans@0.4.2'];
const STACKS = {
  'Noto Sans Regular': '400Regular/NotoSans_400Regular.ttf',
  'Noto Sans Bold': '700Bold/NotoSans_700Bold.ttf',
};
// Latin to Latin Extended-B, combining marks and Greek, Vietnamese letters, punctuation and the đồng sign.
const RANGES = [0, 256, 512, 768, 7680, 8192];
const OUT = join(ROOT, 'server/assets/glyphs');

const fileOf = (stack, start) => join(OUT, stack, `${start}-${start + 255}.pbf`);

async function render() {
  const folder = mkdtempSync(join(tmpdir(), 'giapranh-glyphs-'));
  try {
    const install = spawnSync('npm', ['install', '--no-save', '--prefix', folder, ...TOOLS], {
      stdio: 'inherit',
    });
    if (install.status !== 0) fail('npm install fontnik: failed', 3);
    const range = promisify(createRequire(join(folder, 'package.json'))('fontnik').range);
    const fonts = join(folder, 'node_modules/@expo-google-fonts/noto-sans');
    for (const [stack, ttf] of Object.entries(STACKS)) {
      const font = readFileSync(join(fonts, ttf));
      mkdirSync(join(OUT, stack), { recursive: true });
      for (const start of RANGES)
        writeFileSync(fileOf(stack, start), await range({ font, start, end: start + 255 }));
    }
    const licence = createRequire(join(ROOT, 'server/package.json')).resolve('@fontsource/noto-sans/LICENSE');
    copyFileSync(licence, join(OUT, 'OFL.txt'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv.includes('--render')) await render();
const missing = Object.keys(STACKS).flatMap((stack) =>
  RANGES.map((start) => fileOf(stack, start)).filter((file) => !existsSync(file)),
);
if (missing.length > 0) {
  fail(`thiếu / missing: ${missing.join(', ')} (node scripts/bless/glyphs.mjs --render)`);
}
say(`glyphs: ${Object.keys(STACKS).length} × ${RANGES.length}`);
