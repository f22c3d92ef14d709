export type { DatabaseUrl } from './database-url.js';
export { parseDatabaseUrl } from './database-url.js';
export type {
  Days,
  FeaturePage,
  FeatureQuery,
  FeatureStore,
  FilterValue,
  LayerSummary,
  LoadProgress,
  QueryBox,
  StoreInfo,
  StoreMeta,
} from './feature-store.js';
export type { MbtilesTile } from './mbtiles/write-mbtiles.js';
export { writeMbtiles } from './mbtiles/write-mbtiles.js';
export { openStore, type StoreOptions } from './open-store.js';
export { queryFaults } from './query-faults.js';
export { StoreFault } from './store-fault.js';
