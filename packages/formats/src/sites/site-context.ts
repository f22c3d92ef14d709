import type { GeometryKernel, IsoDate, LocalText, UnitRef, UnitRegistry } from '@giapranh/core';
import type { Position } from 'geojson';

/** What a reader of sites may know of the world beside the file. */
export interface SiteContext {
  /** Dataset id, or the name of the user's file. */
  readonly source: string;
  /** Drawn sites are checked with it: an overlay of an invalid polygon is wrong without saying so. */
  readonly kernel: GeometryKernel;
  /** Commune codes and names are looked up here. */
  readonly registry: UnitRegistry;
  /** The day a bare commune name or code is of; all vintages are searched when absent. */
  readonly asOf?: IsoDate;
  /** Province codes looked in first: a name found there is not sought elsewhere. */
  readonly preferProvinces?: readonly string[];
  /** A point inside a commune, to draw sites known only by it; `undefined` where the commune is not drawn. */
  readonly pointIn?: (commune: UnitRef) => Position | undefined;
  /** Ids of sites whose position is known to be wrong, with the reason. */
  readonly wrongPositions?: ReadonlyMap<string, LocalText>;
}
