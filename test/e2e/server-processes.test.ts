import { expect, inject, it } from 'vitest';

const server = inject('serverUrl');

interface Job {
  readonly status: string;
  readonly jobID: string;
  readonly progress: number;
}

function execute(id: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server}/processes/${id}/execution`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

const documentOf = async <T>(path: string): Promise<T> =>
  (await (await fetch(new URL(path, server))).json()) as T;

async function ended(location: string, onLook: (job: Job) => void = () => {}): Promise<Job> {
  for (;;) {
    const job = await documentOf<Job>(location);
    onLook(job);
    if (job.status !== 'accepted' && job.status !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

it('describes its processes with JSON Schemas and examples that run', async () => {
  const { processes } = await documentOf<{ processes: { id: string; jobControlOptions: string[] }[] }>(
    '/processes',
  );
  expect(processes.map(({ id }) => id)).toEqual([
    'border-zone',
    'site-overlap',
    'flag-sites',
    'resolve-corner-table',
    'trace-unit',
  ]);
  for (const { id, jobControlOptions } of processes) {
    expect(jobControlOptions).toEqual(['sync-execute', 'async-execute', 'dismiss']);
    const described = await documentOf<{ inputs: Record<string, { schema: object }>; example: object }>(
      `/processes/${id}`,
    );
    expect(Object.values(described.inputs).every(({ schema }) => typeof schema === 'object')).toBe(true);
    if (id === 'flag-sites') continue;
    const response = await execute(id, described.example);
    expect(response.status, id).toBe(200);
    expect(Object.keys((await response.json()) as object).length, id).toBeGreaterThan(0);
  }
});

it('gives the figures the command line gives: the border of Bắc Kạn and Cao Bằng is 157.81 km', async () => {
  const inputs = { between: ['Bắc Kạn', 'Cao Bằng'], widths_m: [5000], as_of: '2023-05-23' };
  const response = await execute('border-zone', { inputs, response: 'document' });
  const { result } = (await response.json()) as {
    result: { features: { properties: { side: string; border_length_m: number } }[] };
  };
  expect(result.features.map(({ properties }) => properties.side)).toEqual(['06', '04']);
  expect((result.features[0]?.properties.border_length_m ?? 0) / 1000).toBeCloseTo(157.81, 2);
});

it('runs a job beside, with status and progress, keeps its result and forgets it when told', async () => {
  const inputs = { name: 'Chợ Đồn', as_of: '2023-05-23' };
  const accepted = await execute('trace-unit', { inputs }, { prefer: 'respond-async' });
  expect([accepted.status, accepted.headers.get('preference-applied')]).toEqual([201, 'respond-async']);
  const location = accepted.headers.get('location') ?? '';
  const job = await ended(location);
  expect(job).toMatchObject({ status: 'successful', progress: 100 });
  expect(await documentOf(`${location}/results`)).toMatchObject({ as_of: '2023-05-23' });
  const { jobs } = await documentOf<{ jobs: Job[] }>('/jobs');
  // Readers who did not sign in cannot be told apart: whoever asked knows the id.
  expect(jobs).toEqual([]);
  expect((await fetch(location, { method: 'DELETE' })).status).toBe(200);
  expect((await fetch(location)).status).toBe(404);
});

it('judges sites as the published layer has them, and tells how far it is', async () => {
  const inputs = { as_of: '2023-05-23' };
  const accepted = await execute('flag-sites', { inputs }, { prefer: 'respond-async' });
  const location = accepted.headers.get('location') ?? '';
  const seen = new Set<number>();
  expect(await ended(location, ({ progress }) => seen.add(progress))).toMatchObject({ status: 'successful' });
  expect([...seen].some((progress) => progress > 0 && progress < 100)).toBe(true);
  expect([...seen]).toEqual([...seen].sort((a, b) => a - b));
  interface Judged {
    readonly site_id: string;
    readonly level: string | null;
    readonly flags: readonly object[];
  }
  const { sites } = await documentOf<{ sites: readonly Judged[] }>(`${location}/results`);
  const { features } = await documentOf<{
    features: readonly { properties: { site_id: string; level: string | null; flag_count: number } }[];
  }>(`/collections/mineral-sites/items?asOf=${inputs.as_of}&limit=1000`);
  const published = new Map(features.map(({ properties }) => [properties.site_id, properties]));
  expect(sites.length).toBeGreaterThan(10);
  for (const { site_id, level, flags } of sites) {
    const { level: shown, flag_count } = published.get(site_id) ?? {};
    expect([site_id, level, flags.length]).toEqual([site_id, shown, flag_count]);
  }
});

it('stops a job that runs, and goes on with the next', async () => {
  const accepted = await execute('flag-sites', { inputs: {} }, { prefer: 'respond-async' });
  const location = accepted.headers.get('location') ?? '';
  const results = await fetch(`${location}/results`);
  expect(results.status).toBe(404);
  const dismissed = await fetch(location, { method: 'DELETE' });
  expect(await dismissed.json()).toMatchObject({ status: 'dismissed' });
  expect(await ended(location)).toMatchObject({ status: 'dismissed' });
  const after = await execute('trace-unit', { inputs: { name: 'Bắc Kạn', as_of: '2023-05-23' } });
  expect(after.status).toBe(200);
});

it.each([
  ['trace-unit', {}, 422],
  ['trace-unit', { inputs: { name: 'x' } }, 422],
  ['trace-unit', { inputs: { name: 'Không có đâu', as_of: '2023-05-23' } }, 422],
  ['border-zone', { inputs: { between: ['Bắc Kạn'] } }, 422],
  ['border-zone', { inputs: { between: ['Bắc Kạn', 'Cao Bằng'], widths_m: [1e9] } }, 422],
  ['site-overlap', { inputs: { layer: 'nothing', sites: { type: 'FeatureCollection', features: [] } } }, 422],
  ['resolve-corner-table', { inputs: { text: 'x'.repeat(1_000_001) } }, 422],
  ['resolve-corner-table', { inputs: { text: 'x'.repeat(6_000_000) } }, 413],
  ['nothing', { inputs: {} }, 404],
])('refuses what %s cannot take', async (id, body, status) => {
  const response = await execute(id, body);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
});
