export type { AuditEntry, AuditFact, AuditLog, AuditVerdict } from './audit.js';
export { verifyAudit } from './audit.js';
export type { DatabaseUrl } from './database-url.js';
export { parseDatabaseUrl } from './database-url.js';
export { type DumpCounts, restoreDump, writeDump } from './dump/dump-file.js';
export type { DumpItem } from './dump/dump-item.js';
export type {
  Change,
  EditAuthor,
  EditBatch,
  EditedFeature,
  EditOptions,
  EditOutcome,
  FeatureEdit,
} from './edit.js';
export type {
  Days,
  FeaturePage,
  FeatureQuery,
  FeatureStore,
  FilterValue,
  KeysetPage,
  KeysetQuery,
  LayerSummary,
  LoadProgress,
  QueryBox,
  Readable,
  StoredFeature,
  StoreInfo,
  StoreMeta,
  TextPage,
  TextQuery,
} from './feature-store.js';
export type { MbtilesTile } from './mbtiles/write-mbtiles.js';
export { writeMbtiles } from './mbtiles/write-mbtiles.js';
export { openStore, type StoreOptions } from './open-store.js';
export {
  type DatabaseLevel,
  type DatabaseTile,
  openTileDatabase,
  type TileDatabase,
} from './postgis/tile-database.js';
export type { TileGrid, TileQuestion } from './postgis/tile-sql.js';
export { queryFaults } from './query-faults.js';
export type { RecordBody, RecordGuard, RecordKind, RecordStore, StoredRecord } from './record-store.js';
export { StoreFault } from './store-fault.js';
