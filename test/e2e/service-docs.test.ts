import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rowsOf } from '../postgres.js';
import { type PostgresCluster, startPostgres } from '../postgres-cluster.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { CHECKOUT } from './cli-process.js';

const run = promisify(execFile);
const folders = withTemporaryFolders();
const page = await readFile(join(CHECKOUT, 'docs/service.md'), 'utf8');
let cluster: PostgresCluster;
let folder = '';

function blocks(label: string): string[] {
  const found = page.matchAll(
    new RegExp(`<!-- run by the tests: ${label} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``, 'g'),
  );
  return [...found].map(([, code]) => code ?? '');
}

function at(user: string, password: string, database: string): string {
  const url = new URL(cluster.url);
  Object.assign(url, { username: user, password, pathname: `/${database}` });
  return url.href;
}
const own = (): string => at('giapranh', 'choose-your-own', 'giapranh');

/** The page's own address becomes this cluster's, its folder a temporary one. */
async function shell(label: string, environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const [code = ''] = blocks(label);
  expect(code, label).not.toBe('');
  const script = code
    .replaceAll('postgres://giapranh:choose-your-own@127.0.0.1:5432/giapranh', own())
    .replaceAll('pnpm giapranh', `'${process.execPath}' '${join(CHECKOUT, 'packages/cli/dist/main.js')}'`);
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, DATABASE_URL: own(), GIAPRANH_PROFILE: 'bac-kan', ...environment };
  return (await run('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, env })).stdout;
}

beforeAll(async () => {
  cluster = await startPostgres();
  folder = await folders.create();
});
afterAll(() => cluster.stop());

describe('docs/service.md', () => {
  it('installs: role, database, extension', async () => {
    const [install = ''] = blocks('administrator');
    const file = join(folder, 'install.sql');
    await writeFile(file, install);
    await run('psql', ['-v', 'ON_ERROR_STOP=1', '-d', cluster.url, '-f', file]);
    expect(await rowsOf(own(), 'SELECT current_user::text')).toEqual([['giapranh']]);
  });

  it('loads what is there already in a moment', async () => {
    // The content of the run's own server, moved by the commands of the page itself: a whole load takes a minute.
    const data = join(folder, 'served');
    await mkdir(data);
    await copyFile(join(inject('serverData'), 'bac-kan.gpkg'), join(data, 'bac-kan.gpkg'));
    await copyFile(join(inject('serverData'), 'bac-kan.gpkg-wal'), join(data, 'bac-kan.gpkg-wal')).catch(
      () => {},
    );
    const embedded = { DATABASE_URL: '', GIAPRANH_DATA: data };
    await shell('dump', embedded);
    await shell('restore');
    expect(await shell('load')).toMatch(/^communes [1-9]\d+$/m);
  }, 300_000);

  it('lets an editor edit who has rights on the layers alone', async () => {
    const [, grants = ''] = blocks('administrator');
    const file = join(folder, 'grants.sql');
    await writeFile(file, grants);
    await run('psql', ['-v', 'ON_ERROR_STOP=1', '-d', cluster.url, '-f', file]);
    const editor = at('can_bo', 'another-of-your-own', 'giapranh');
    const made = await rowsOf(
      editor,
      "INSERT INTO giapranh_bac_kan.incidents (geom, kind) VALUES (ST_GeomFromText('POINT(105.8 22.2)', 4326), 'san gạt') RETURNING length(id) > 8, revision > 1, provenance",
    );
    expect(made).toEqual([[true, true, 'edited']]);
    await expect(rowsOf(editor, 'DELETE FROM giapranh_bac_kan.communes')).rejects.toThrow(
      /permission denied/,
    );
    await expect(rowsOf(editor, 'SELECT * FROM giapranh_bac_kan.account')).rejects.toThrow(
      /permission denied/,
    );
  });

  it('backs up, restores and moves to the embedded store', async () => {
    expect(await shell('dump')).toMatch(/^incidents 1$/m);
    await rowsOf(own(), 'DELETE FROM giapranh_bac_kan.incidents');
    expect(await shell('restore')).toMatch(/^incidents 1$/m);
    expect(await rowsOf(own(), 'SELECT kind FROM giapranh_bac_kan.incidents')).toEqual([['san gạt']]);
    expect(await shell('move')).toMatch(/^incidents 1$/m);
    expect((await readFile(join(folder, '.giapranh-copy/bac-kan.gpkg'))).toString('latin1', 0, 15)).toBe(
      'SQLite format 3',
    );
  }, 300_000);

  it('refuses a database of a later release, and leaves it', async () => {
    await rowsOf(own(), "INSERT INTO giapranh.migration (number, name) VALUES (999, 'later')");
    await expect(shell('load')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('store-newer'),
    });
  });
});
