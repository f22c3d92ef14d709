import type { Result } from '@giapranh/core';
import type { DatabaseUrl } from './database-url.js';
import { openGeoPackage } from './embedded/open-geopackage.js';
import type { FeatureStore } from './feature-store.js';
import { openPostgis } from './postgis/open-postgis.js';

export interface StoreOptions {
  /** Absent: the embedded database `<dataDir>/<profile>.gpkg`. */
  readonly databaseUrl?: DatabaseUrl;
  readonly dataDir: string;
  /** Profile id, `bac-kan`: names the file, or the schema. */
  readonly profile: string;
  /**
   * A question may take so long, then it is stopped with `store-too-slow`; absent: as long as it takes. The embedded store
   * then asks in threads of its own, so that no question holds up who asked it.
   */
  readonly query_ms?: number;
}

/**
 * Opens or makes the store of one profile and brings its layout up to date.
 * Issues, one for one cause: `store-profile-id`, `store-no-sqlite`, `store-directory`, `store-not-a-database`, `store-foreign-file`,
 * `store-corrupt`, `store-locked`, `store-newer`, `store-unreachable`, `store-refused`, `store-database-missing`,
 * `store-too-old`, `store-postgis-missing`, `store-permission`, `store-failed`. Note: `store-not-durable`.
 */
export async function openStore(options: StoreOptions): Promise<Result<FeatureStore>> {
  return options.databaseUrl === undefined
    ? openGeoPackage(options.dataDir, options.profile, options.query_ms)
    : openPostgis(options.databaseUrl, options.profile, options.query_ms);
}
