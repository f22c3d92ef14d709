/** Counts since the start, in the text format of Prometheus. */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #started = Date.now();
  tilesFromMemory = 0;
  tilesCut = 0;
  tilesCut_ms = 0;
  featuresCollapsed = 0;

  countRequest(status: number): void {
    const key = String(status);
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
  }

  countCut({ took_ms, collapsed }: { took_ms: number; collapsed: number }): void {
    this.tilesCut += 1;
    this.tilesCut_ms += took_ms;
    this.featuresCollapsed += collapsed;
  }

  text(cache: { size: number; bytes: number }): string {
    const memory = process.memoryUsage();
    const rows: [
      name: string,
      kind: 'counter' | 'gauge',
      help: string,
      values: [labels: string, value: number][],
    ][] = [
      [
        'giapranh_http_requests_total',
        'counter',
        'Answers by status.',
        [...this.#requests].sort().map(([status, count]) => [`{status="${status}"}`, count]),
      ],
      [
        'giapranh_tiles_total',
        'counter',
        'Tiles by where they came from.',
        [
          ['{from="memory"}', this.tilesFromMemory],
          ['{from="cut"}', this.tilesCut],
        ],
      ],
      [
        'giapranh_tile_cut_seconds_total',
        'counter',
        'Time spent cutting tiles.',
        [['', this.tilesCut_ms / 1000]],
      ],
      [
        'giapranh_tile_features_collapsed_total',
        'counter',
        'Features that touched a cut tile and were too small to have a shape there.',
        [['', this.featuresCollapsed]],
      ],
      ['giapranh_tile_cache_tiles', 'gauge', 'Tiles in memory.', [['', cache.size]]],
      ['giapranh_tile_cache_bytes', 'gauge', 'Bytes of tiles in memory.', [['', cache.bytes]]],
      ['process_resident_memory_bytes', 'gauge', 'Resident memory.', [['', memory.rss]]],
      ['process_heap_bytes', 'gauge', 'JavaScript heap in use.', [['', memory.heapUsed]]],
      [
        'process_uptime_seconds',
        'gauge',
        'Seconds since the start.',
        [['', (Date.now() - this.#started) / 1000]],
      ],
    ];
    return rows
      .map(([name, kind, help, values]) =>
        [
          `# HELP ${name} ${help}`,
          `# TYPE ${name} ${kind}`,
          ...values.map(([labels, value]) => `${name}${labels} ${value}`),
        ].join('\n'),
      )
      .join('\n')
      .concat('\n');
  }
}
