export { vintagesOf } from './admin/admin-records.js';
export { coreVersion, fileSha256, textSha256 } from './checksum.js';
export { readGivenLayer } from './context/given-layer.js';
export { cornerTableFromBytes, readCornerTable } from './corner-table/read-corner-table.js';
export { cornerTableXlsx } from './corner-table/write-corner-xlsx.js';
export type { ExchangeManifest } from './exchange/manifest.js';
export type {
  ExchangeContent,
  ExchangeHead,
  ExchangeLayer,
  ExchangePackage,
} from './exchange/package.js';
export { readExchangeFile } from './exchange/read-file.js';
export { readExchangePackage } from './exchange/read-package.js';
export { readExchangePolicy } from './exchange/read-policy.js';
export { UNPACK_LIMITS } from './exchange/unpack.js';
export { type WrittenPackage, writeExchangePackage } from './exchange/write-package.js';
export type { RawFeature } from './geojson.js';
export { parseGeoJson, readGeoJsonFile } from './geojson.js';
export { readJsonFile } from './json-file.js';
export type { DataSchema } from './json-schemas.js';
export { dataSchemas } from './json-schemas.js';
export type { ReadLimits } from './limits.js';
export { READ_LIMITS } from './limits.js';
export type { Dataset, DatasetKind, KnownDefect, Manifest } from './manifest.js';
export { datasetFile, readManifest } from './manifest.js';
export { listProfiles, readProfile } from './profile-folder.js';
export type { ProfileSourcesOptions } from './profile-sources.js';
export { readProfileSources } from './profile-sources.js';
export type { OnReadProgress, ReadProgress } from './progress.js';
export { communePoints } from './sites/commune-points.js';
export type { SiteFormat } from './sites/read-sites.js';
export { readSites, readSitesFile, siteFormatOf } from './sites/read-sites.js';
export type { SiteContext } from './sites/site-context.js';
export type { SiteBatch, SiteStreamFormat, SiteStreamOptions } from './sites/stream/stream-sites.js';
export { siteStreamFormat, streamSites } from './sites/stream/stream-sites.js';
export type { CheckId } from './verify/finding.js';
export type { JudgedFinding, VerifyRow } from './verify/verdict.js';
export type { VerifyOptions, VerifyReport } from './verify/verify-data.js';
export { verifyData } from './verify/verify-data.js';
