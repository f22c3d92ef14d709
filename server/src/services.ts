import type { ExchangePolicy, IsoDate, LayerId, LocalText, Profile } from '@giapranh/core';
import type { FeatureStore } from '@giapranh/store';
import type { Access } from './access/access.js';
import type { RevisionSeal } from './access/revision-seal.js';
import type { MatchCounts } from './changes/match-counts.js';
import type { ServerConfig } from './config.js';
import type { Limiter } from './limits/limited.js';
import type { GroundFile } from './load/ground-file.js';
import type { Metrics } from './metrics.js';
import type { JobQueue } from './processes/job-queue.js';
import type { TileLibrary } from './tiles/tile-library.js';

/** What routes work with: made once at the start. */
export interface Services {
  readonly config: ServerConfig;
  readonly profile: Profile;
  /** What the profile gives its neighbours and takes from them; `null`: nothing. */
  readonly exchange: ExchangePolicy | null;
  readonly store: FeatureStore;
  readonly access: Access;
  readonly seal: RevisionSeal;
  readonly tiles: TileLibrary;
  readonly attributions: ReadonlyMap<LayerId, LocalText>;
  readonly ground: GroundFile;
  readonly counts: MatchCounts;
  readonly jobs: JobQueue;
  readonly limiter: Limiter;
  readonly metrics: Metrics;
  /** The calendar day in Vietnam: what is asked about when no day is named. */
  readonly today: () => IsoDate;
}
