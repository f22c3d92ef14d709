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
export { openStore, type StoreOptions } from './open-store.js';
export { queryFaults } from './query-faults.js';
export { StoreFault } from './store-fault.js';
