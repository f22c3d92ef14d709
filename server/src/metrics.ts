import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

type Row = readonly [labels: string, value: number];
export interface Family {
  readonly name: string;
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly rows: readonly Row[];
}

/** Upper ends of the histogram of durations, seconds. */
const BUCKETS_s = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10, 30, 120] as const;
const LOOK_ms = 20;

interface Durations {
  readonly buckets: number[];
  sum_s: number;
  count: number;
}

export interface Answered {
  /** As declared, `GET /collections/:layer/items`: never an address, which could tell or be without number. */
  readonly route: string;
  readonly status: number;
  readonly took_s?: number;
}

const family = (name: string, kind: Family['kind'], help: string, rows: readonly Row[]): Family => ({
  ...{ name, kind, help, rows },
});
const one = (name: string, kind: Family['kind'], help: string, value: number): Family =>
  family(name, kind, help, [['', value]]);

function written({ name, kind, help, rows }: Family): string {
  const lines = rows.map(([labels, value]) => `${name}${labels} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines].join('\n');
}

/** Counts since the start, in the text format of Prometheus. */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #durations = new Map<string, Durations>();
  readonly #refusals = new Map<string, number>();
  readonly #delay = monitorEventLoopDelay({ resolution: LOOK_ms });
  tilesFromMemory = 0;
  tilesCut = 0;
  tilesCut_ms = 0;
  featuresCollapsed = 0;
  inFlight = 0;
  /** Questions to the store that it could not answer, by their cause. */
  readonly storeFaults = new Map<string, number>();

  constructor() {
    this.#delay.enable();
  }

  countRequest({ route, status, took_s }: Answered): void {
    const key = `route="${route}",status="${status}"`;
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
    if (took_s === undefined) return;
    const known = this.#durations.get(route) ?? { buckets: BUCKETS_s.map(() => 0), sum_s: 0, count: 0 };
    this.#durations.set(route, known);
    known.sum_s += took_s;
    known.count += 1;
    const at = BUCKETS_s.findIndex((end) => took_s <= end);
    if (at !== -1) known.buckets[at] = (known.buckets[at] ?? 0) + 1;
  }

  /** A request beyond a limit. */
  countRefusal(limit: string): void {
    this.#refusals.set(limit, (this.#refusals.get(limit) ?? 0) + 1);
  }

  countStoreFault(code: string): void {
    this.storeFaults.set(code, (this.storeFaults.get(code) ?? 0) + 1);
  }

  countCut({ took_ms, collapsed }: { took_ms: number; collapsed: number }): void {
    this.tilesCut += 1;
    this.tilesCut_ms += took_ms;
    this.featuresCollapsed += collapsed;
  }

  #durationRows(): Row[] {
    return [...this.#durations].sort().flatMap(([route, { buckets, sum_s, count }]): Row[] => {
      let sum = 0;
      const ends = buckets.map((inside, at): Row => {
        sum += inside;
        return [`_bucket{route="${route}",le="${BUCKETS_s[at]}"}`, sum];
      });
      return [
        ...ends,
        [`_bucket{route="${route}",le="+Inf"}`, count],
        [`_sum{route="${route}"}`, sum_s],
        [`_count{route="${route}"}`, count],
      ];
    });
  }

  #eventLoop(): Row[] {
    const at = (quantile: number): Row => [
      `{quantile="${quantile / 100}"}`,
      // The timer's own period is no delay.
      Math.max(0, this.#delay.percentile(quantile) / 1e9 - LOOK_ms / 1000),
    ];
    const rows = [at(50), at(99), at(100)];
    this.#delay.reset();
    return rows;
  }

  /** `more`: what is asked of others when the text is. */
  text(cache: { size: number; bytes: number }, more: readonly Family[] = []): string {
    const { rss, heapUsed, external } = process.memoryUsage();
    const by = (label: string, counts: ReadonlyMap<string, number>): Row[] =>
      [...counts].sort().map(([name, count]) => [`{${label}="${name}"}`, count]);
    const families: Family[] = [
      family(
        ...(['giapranh_http_requests_total', 'counter', 'Answers by route and status.'] as const),
        [...this.#requests].sort().map(([labels, count]) => [`{${labels}}`, count]),
      ),
      family(
        ...([
          'giapranh_http_request_seconds',
          'histogram',
          'From a request to the end of its answer.',
        ] as const),
        this.#durationRows(),
      ),
      one('giapranh_http_requests_in_flight', 'gauge', 'Requests under way.', this.inFlight),
      family(
        ...(['giapranh_refused_total', 'counter', 'Requests beyond a limit, by the limit.'] as const),
        by('limit', this.#refusals),
      ),
      family(
        ...(['giapranh_store_faults_total', 'counter', 'Requests that the store failed, by cause.'] as const),
        by('cause', this.storeFaults),
      ),
      family('giapranh_tiles_total', 'counter', 'Tiles by where they came from.', [
        ['{from="memory"}', this.tilesFromMemory],
        ['{from="cut"}', this.tilesCut],
      ]),
      one('giapranh_tile_cut_seconds_total', 'counter', 'Time spent cutting tiles.', this.tilesCut_ms / 1000),
      one(
        ...(['giapranh_tile_features_collapsed_total', 'counter'] as const),
        'Features that touched a cut tile and were too small to have a shape there.',
        this.featuresCollapsed,
      ),
      one('giapranh_tile_cache_tiles', 'gauge', 'Tiles in memory.', cache.size),
      one('giapranh_tile_cache_bytes', 'gauge', 'Bytes of tiles in memory.', cache.bytes),
      ...more,
      family(
        ...(['giapranh_event_loop_delay_seconds', 'gauge'] as const),
        'How late the main thread came to its work since this was last asked.',
        this.#eventLoop(),
      ),
      one('process_resident_memory_bytes', 'gauge', 'Resident memory.', rss),
      one('process_heap_bytes', 'gauge', 'JavaScript heap in use.', heapUsed),
      one('process_external_memory_bytes', 'gauge', 'Memory of buffers outside the heap.', external),
      one('process_cpu_seconds_total', 'counter', 'Time of processors.', cpu_s()),
      one('process_uptime_seconds', 'gauge', 'Seconds since the start.', performance.now() / 1000),
    ];
    return families.map(written).join('\n').concat('\n');
  }
}

function cpu_s(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
