export type { DisputedGround, DrawingClaim, DrawingComparison } from './admin/compare-drawings.js';
export { compareDrawings, REDRAWING_TOLERANCE_m } from './admin/compare-drawings.js';
export type { RealChange, VintageComparison } from './admin/compare-vintages.js';
export { compareVintages } from './admin/compare-vintages.js';
export { drawUnits } from './admin/draw.js';
export { groundShare } from './admin/ground-share.js';
export { heldUnitCodes, type UnitKinship, unitKinship } from './admin/held-units.js';
export type { LineageAct, LineageLink } from './admin/lineage.js';
export type { MixedPolicy } from './admin/mixed-policy.js';
export { MIXED_POLICIES, MIXED_POLICY_TEXT } from './admin/mixed-policy.js';
export type { NameOptions, RegistrySources } from './admin/registry.js';
export { UnitRegistry } from './admin/registry.js';
export type { AdminSources, CommuneDrawing, PublishedDrawing } from './admin/sources.js';
export { COMMUNES_2025 } from './admin/sources.js';
export type { Predecessor, Successor } from './admin/succession.js';
export { predecessors, sameCode, sameName, successors } from './admin/succession.js';
export type { TraceLink, TraceOptions, UnitTrace } from './admin/trace.js';
export { traceUnit } from './admin/trace.js';
export type {
  AdminLevel,
  AdminUnit,
  DrawingId,
  DrawnUnit,
  UnitOrigin,
  UnitRef,
  Vintage,
  VintageId,
} from './admin/unit.js';
export { unitKey, unitRef } from './admin/unit.js';
export type { UnitDetail } from './admin/unit-detail.js';
export { parentsOf, unitDetail } from './admin/unit-detail.js';
export type { HistoryQuestion, UnitHistory, UnitRelation } from './admin/unit-history.js';
export { unitHistory, unitsMeant } from './admin/unit-history.js';
export type { UnitIndexEntry } from './admin/unit-index.js';
export { unitIndex } from './admin/unit-index.js';
export { bareKey, lacksDiacritics, nameKey, readName } from './admin/unit-name.js';
export type { UnitWorld } from './admin/unit-world.js';
export { unitWorld } from './admin/unit-world.js';
export type { AnalysisOptions, AnalysisProgress } from './analysis/analyse.js';
export { analyseProfile } from './analysis/analyse.js';
export type { LayerChange } from './analysis/forget-sites.js';
export { forgetSites } from './analysis/forget-sites.js';
export type { GroundDocument } from './analysis/ground-document.js';
export type { GroundLayer } from './analysis/layer-features.js';
export { GROUND_LAYERS, groundLayer, layerFeatures } from './analysis/layer-features.js';
export type { SiteLayers, SiteMemory, SumPatch } from './analysis/site-layers.js';
export { SUM_LAYERS, siteLayers } from './analysis/site-layers.js';
export type { DatasetInfo, ProfileSources, SiteDataset } from './analysis/sources.js';
export type { BorderSide } from './border/border-side.js';
export type { BorderLocator, FacingCommune, LocateOptions, NearestBorder } from './border/nearest-border.js';

export { borderLocator } from './border/nearest-border.js';
export type { BorderPiece } from './border/piece.js';
export type { SharedBorder, SharedBorderOptions, SnapReport } from './border/shared-border.js';
export { sharedBorder } from './border/shared-border.js';
export type { TopologyBorder, TopologyReport, TopologyUnit } from './border/topology.js';
export { BorderTopology, borderTopology } from './border/topology.js';
export type { TriPoint } from './border/tri-point.js';
export { triPoints } from './border/tri-point.js';
export { unitGroup } from './border/unit-group.js';
export { dayBefore, daysBetween, vietnamDay } from './calendar.js';
export type { LayerDefinition, LayerId, Secrecy } from './catalog.js';
export { CATALOG, LAYER_IDS, layerDefinition } from './catalog.js';
export type { Evidence } from './corner-table/diagnosis/evidence.js';
export type { Reading, Verdict } from './corner-table/diagnosis/reading.js';
export { cornerFeatures } from './corner-table/features.js';
export { decodeText } from './corner-table/file/decode-text.js';
export { tableFromBytes } from './corner-table/file/table-bytes.js';
export { drawnGazetteer, type GazetteerSources } from './corner-table/gazetteer/drawn-gazetteer.js';
export type { Gazetteer, NamedGround, PlaceUnit } from './corner-table/gazetteer/gazetteer.js';
export { resolveCornerTable } from './corner-table/resolve.js';
export type {
  CornerArea,
  CornerPart,
  CornerPoint,
  CornerSheet,
  CornerSite,
  CornerSystem,
  CornerTableContext,
  CornerTableInput,
  CornerTableResult,
} from './corner-table/result.js';
export { readSpot, type SpotContext } from './corner-table/spot/read-spot.js';
export type { SpotReading } from './corner-table/spot/spot-reading.js';
export type { DeclaredDecision, Shape } from './corner-table/statement/attributes.js';
export type { CellValue } from './corner-table/text/cell.js';
export { writeCornerTable } from './corner-table/write/csv.js';
export type { CornerDocument, WrittenCell, WrittenSite } from './corner-table/write/document.js';
export { cornersOf } from './corner-table/write/from-geometry.js';
export { siteInSystem } from './corner-table/write/in-system.js';
export { cornerTableLines } from './corner-table/write/lines.js';
export type { AngleReading } from './crs/angle-text.js';
export { readAngle, readMeridian, readZoneWidth } from './crs/angle-text.js';
export type { AxisOrder, Point } from './crs/axis.js';
export { reorder } from './crs/axis.js';
export type { CoordinateBox, CrsDefinition, Datum, TransverseMercator } from './crs/definition.js';
export { CRS_DEFINITIONS, meridianText } from './crs/definitions.js';
export { crsDefinition, crsOfMeridian } from './crs/lookup.js';
export type { LoneSeparator, NumberReading, NumberStyle } from './crs/number-text.js';
export { plainDigits, readNumber } from './crs/number-text.js';
export type { PairReading } from './crs/pair-text.js';
export { readPair, readPoint } from './crs/pair-text.js';
export type { ProvinceMeridian } from './crs/province-meridian.js';
export { PROVINCE_MERIDIAN_SOURCE, PROVINCE_MERIDIANS } from './crs/province-meridian.js';
export type { Transformer } from './crs/transformer.js';
export { transformer, transformPoints } from './crs/transformer.js';
export type { DocumentSubject, ProfileDocument } from './documents/document.js';
export { DOCUMENT_SUBJECTS } from './documents/document.js';
export { searchDocuments } from './documents/search.js';
export type { DocumentStanding, DocumentStatus } from './documents/standing.js';
export { documentStanding, supports } from './documents/standing.js';
export type {
  ExchangeChange,
  ExchangeSides,
  ExchangeState,
  FieldChange,
} from './exchange/exchange-diff.js';
export { EXCHANGE_STATES, exchangeDiff } from './exchange/exchange-diff.js';
export type { ExchangeAgreement, ExchangeLayerRule, ExchangePolicy } from './exchange/policy.js';
export { EXCHANGE_SCHEMA, exchangeLayer, parseExchangePolicy } from './exchange/policy.js';
export type { SharedFeature } from './exchange/shared-feature.js';
export { cameIn, originMark, received, redacted } from './exchange/shared-feature.js';
export type { LayerFeature, PropertyValue } from './feature.js';
export { toGeoJson } from './feature.js';
export { areaText, lengthText, numberText, shareText } from './figure-text.js';
export { checkFilter } from './filter/check.js';
export { FILTER_LIMITS } from './filter/fault.js';
export type { Filter, FilterTest } from './filter/filter.js';
export { parseCql2Json } from './filter/json/parse.js';
export { writeCql2Json } from './filter/json/write.js';
export { likeParts } from './filter/like.js';
export { loweredText } from './filter/lowered-text.js';
export { mapFilterPlaces } from './filter/map-places.js';
export { filterMatcher, isSpatialFilter, matchesFilter } from './filter/match.js';
export { placeGeometry } from './filter/place.js';
export type { PlainFilter } from './filter/plain.js';
export { plainFilter } from './filter/plain.js';
export type { Queryable, QueryableType } from './filter/queryable.js';
export { queryablesOf } from './filter/queryable.js';
export { parseCql2Text } from './filter/text/parse.js';
export { writeCql2Text } from './filter/text/write.js';
export { geodesicArea_m2 } from './geodesy/area.js';
export type { Figure, FigureMethod } from './geodesy/figure.js';
export { FIGURE_METHODS } from './geodesy/figure.js';
export type { GeodesicLine } from './geodesy/geodesic.js';
export { geodesicDirect, geodesicInverse } from './geodesy/geodesic.js';
export { gridArea_m2 } from './geodesy/grid-area.js';
export { geodesicDistance_m, geodesicLength_m } from './geodesy/length.js';
export {
  measureArea,
  measureAzimuth,
  measureDistance,
  measureGridArea,
  measureLength,
} from './geodesy/measure.js';
export type { LonLatBox, MetricFrame } from './geodesy/metric-frame.js';
export { metricFrame } from './geodesy/metric-frame.js';
export type { NearestOnLine } from './geodesy/nearest.js';
export { distanceToLine_m, nearestOnLine } from './geodesy/nearest.js';
export type { Precision } from './geodesy/precision.js';
export type { Bbox } from './geometry/bbox.js';
export { bboxesMeet, bboxGrown, bboxOf, bboxUnion, EMPTY_BBOX, eachPosition } from './geometry/bbox.js';
export type {
  BufferOptions,
  GeometryKernel,
  InvalidReason,
  PreparedGeometry,
} from './geometry/kernel.js';
export { loadGeometryKernel } from './geometry/kernel.js';
export { moved } from './geometry/moved.js';
export type { CoverageMeasure, CoverageMeasureOptions } from './geometry/partition/measure.js';
export { measureCoverage } from './geometry/partition/measure.js';
export type { PointLocator } from './geometry/point-location.js';
export { pointLocator } from './geometry/point-location.js';
export type { SpatialIndex } from './geometry/spatial-index.js';
export { geometryIndex, spatialIndex } from './geometry/spatial-index.js';
export { isGeometry, positionIssues, structureIssues } from './geometry/structure.js';
export { repairGeometry, validateGeometry } from './geometry/validity.js';
export { doubleSignedArea, isClockwise, rewind } from './geometry/winding.js';
export { decodeWkb, encodeWkb } from './geometry/wkb.js';
export {
  type InspectionRow,
  inspectionReport,
} from './inspection-report.js';
export type { Issue, IssuePath, LocalText } from './issue.js';
export { issue, issueAt } from './issue.js';
export type { PropertyDefinition } from './layer-property.js';
export { neighbourOrder } from './neighbour-order.js';
export { overlapSites } from './overlap/overlap-sites.js';
export type { PackedSites } from './overlap/packed-sites.js';
export { packSites } from './overlap/packed-sites.js';
export type { PreparedLayer } from './overlap/prepared-layer.js';
export { preparedLayerFromBytes, prepareLayer } from './overlap/prepared-layer.js';
export type {
  CommuneGround,
  OverlapFeature,
  OverlapOptions,
  OverlapSite,
  OverlapVerdict,
  SiteOverlap,
} from './overlap/site-overlap.js';
export type {
  Profile,
  ProfileBody,
  ProfileFiles,
  ProfileHead,
  ProfileVintage,
  WatchList,
} from './profile.js';
export { PROFILE_SCHEMAS, parseProfile, withRules } from './profile.js';
export { REGISTER_TERMS, termsOf } from './register-terms.js';
export { REGISTERS } from './registers.js';
export { repeatsIn } from './repeats.js';
export type { Err, Ok, Result } from './result.js';
export { err, ok, okUnless } from './result.js';
export type { Baseline } from './risk/baseline.js';
export { baselineOf, flagKey, knownFlags, parseBaseline } from './risk/baseline.js';
export type { BaselineDiff, SiteChange, SiteChangeKind } from './risk/baseline-diff.js';
export { baselineDiff, SITE_CHANGES } from './risk/baseline-diff.js';
export type { StreamDiff } from './risk/baseline-stream.js';
export { BaselineStream } from './risk/baseline-stream.js';
export type { BorderContact } from './risk/border-contact.js';
export { borderContact } from './risk/border-contact.js';
export type { BorderPlace } from './risk/border-place.js';
export { borderPlace } from './risk/border-place.js';
export type { ContextFeature } from './risk/context-feature.js';
export type {
  AppliedRule,
  Citation,
  Fact,
  Flag,
  FlagCertainty,
  FlagLevel,
  ResponsibleBody,
  SiteFlags,
  WhyNot,
} from './risk/flag.js';
export { FLAG_LEVELS } from './risk/flag.js';
export type { FlagOptions, SiteFlagger } from './risk/flag-sites.js';
export { flagSites, siteFlagger } from './risk/flag-sites.js';
export type { FlagTotals, UnitTotal } from './risk/flag-tally.js';
export { FlagTally } from './risk/flag-tally.js';
export type { KnownGround } from './risk/known-ground.js';
export { knownGround } from './risk/known-ground.js';
export type { MeasuredDocument } from './risk/measured-sites.js';
export { MeasuredSites } from './risk/measured-sites.js';
export type { PatrolFactor } from './risk/patrol/patrol-factor.js';
export type { PatrolPriorities, PatrolPriority } from './risk/patrol/patrol-priorities.js';
export { patrolPriorities } from './risk/patrol/patrol-priorities.js';
export type { PatrolPolicy } from './risk/patrol/policy.js';
export { asContextFeature, DRAWN_ERROR_m, permitSite } from './risk/register-feature.js';
export type { FlagReport, ReportOptions } from './risk/report.js';
export { flagReport, reportHead } from './risk/report.js';
export type { RiskSources } from './risk/risk-context.js';
export { RiskContext } from './risk/risk-context.js';
export type { UnitRisk } from './risk/roll-up.js';
export { rollUp, siteScore } from './risk/roll-up.js';
export type { Site, SitePrecision } from './risk/site.js';
export type { WatchArea, WatchTarget } from './risk/watch-area.js';
export { watchAreas } from './risk/watch-area.js';
export type { Rule, RuleKind, RuleOf } from './rule.js';
export type { IsoDate, Validity } from './units.js';
export { hectares, isValidOn, kilometres, parseIsoDate, SQUARE_METRES_PER_HECTARE } from './units.js';
export type { BorderZone, ZoneAccuracy, ZoneShare } from './zone/border-zone.js';
export { borderZone, borderZones } from './zone/border-zones.js';
export type { CommuneZone } from './zone/commune-zone.js';
export { communeZone } from './zone/commune-zone.js';
export { unitZones } from './zone/unit-zones.js';
export type { ZoneMember } from './zone/zone-commune.js';
export { zoneFeature } from './zone/zone-feature.js';
export type { BorderZoneOptions, ZoneOptions } from './zone/zone-options.js';
