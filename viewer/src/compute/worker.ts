import { borderPlace, issue, ok, type Profile, type Result } from '@giapranh/core';
import { assess } from './assess.js';
import type { JobName, Jobs, Progress, WorkerAsk, WorkerTold } from './protocol.js';
import { fetchReaders, readTable, writtenTable } from './table.js';
import { openWorld, type World } from './world.js';
import { zonesOf, zoneTable } from './zones.js';

type Job<Name extends JobName> = (
  ask: Jobs[Name]['ask'],
  run: { readonly world: () => Promise<World>; readonly tell: (progress: Progress) => void },
) => Promise<Result<Jobs[Name]['answer']>>;

const JOBS: { readonly [Name in JobName]: Job<Name> } = {
  prepare: async (_ask, { world }) => {
    await Promise.all([world(), fetchReaders()]);
    return ok(null);
  },
  zones: async (ask, { world, tell }) => {
    const ground = await world();
    tell({ step: 'computing' });
    return zonesOf(ground, ask);
  },
  zoneTable: async (ask) => zoneTable(ask),
  read: async (ask, { world, tell }) => {
    const ground = await world();
    tell({ step: 'computing' });
    return readTable(ground, ask);
  },
  table: async ({ result, crs }) => writtenTable(result, crs),
  place: async ({ geometry, asOf, error_m }, { world, tell }) => {
    const { risk } = await world();
    tell({ step: 'computing' });
    return borderPlace(risk, geometry, asOf, error_m);
  },
  assess: async (ask, { world, tell }) => {
    const ground = await world();
    tell({ step: 'computing' });
    return assess(ground, ask);
  },
  geopackage: async (tables, { tell }) => {
    tell({ step: 'writing' });
    const { writeGeoPackage } = await import('../export/geopackage.js');
    return ok(await writeGeoPackage(tables));
  },
};

let profile: Profile | undefined;
let origin = '';
let ground: ArrayBuffer | null = null;
let made: Promise<World> | undefined;

const post = (told: WorkerTold): void => postMessage(told);

async function run<Name extends JobName>(id: number, name: Name, ask: Jobs[Name]['ask']): Promise<void> {
  const tell = (progress: Progress): void => post({ kind: 'progress', id, progress });
  const world = async (): Promise<World> => {
    if (profile === undefined) throw new Error('asked before it was opened');
    made ??= openWorld(profile, ground ?? origin, tell);
    try {
      return await made;
    } catch (error) {
      made = undefined;
      throw error;
    }
  };
  try {
    const job: Job<Name> = JOBS[name];
    post({ kind: 'answer', id, result: await job(ask, { world, tell }) });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const fault = issue(
      'compute-failed',
      [name],
      'Chưa tính được: dữ liệu nền chưa tải được hoặc trình duyệt thiếu bộ nhớ.',
      'It could not be computed: the ground could not be fetched, or the browser lacks memory.',
      { vi: why, en: why },
    );
    post({ kind: 'answer', id, result: { ok: false, issues: [fault] } });
  }
}

addEventListener('message', ({ data }: MessageEvent<WorkerAsk>) => {
  if (data.kind === 'open') {
    profile = data.profile;
    origin = data.origin;
    ground = data.ground;
    return;
  }
  void run(data.id, data.name, data.ask as Jobs[JobName]['ask'] & never);
});
