import type { StyleSpecification } from 'maplibre-gl';
import { type Lang, MESSAGES } from '../messages/messages.js';
import { ground, rivers, roads } from './basemap.js';
import { borderLabels } from './border-labels.js';
import type { StyleContext, Subject } from './context.js';
import { fontFaces } from './fonts.js';
import { placeLabels } from './place-labels.js';
import { shownFrom } from './shown-from.js';
import { siteAreas, sitePoints } from './sites.js';
import { sources } from './sources.js';
import { type Theme, TOKENS } from './tokens.js';
import { unitLabels } from './unit-labels.js';
import { provinceLines, unitAreas, unitLines } from './units.js';
import { watchUnits } from './watch.js';
import { zones } from './zones.js';

export interface StyleOptions {
  /** Scheme and host of the server, without a slash at the end. */
  readonly origin: string;
  /** The day asked about, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly lang: Lang;
  readonly theme: Theme;
  readonly subjects: readonly Subject[];
  readonly neighbours: readonly string[];
  readonly sources: 'inline' | 'tilejson';
}

/** The whole map, bottom to top. A pure function: the same options give the same style. */
export function style(options: StyleOptions): StyleSpecification {
  const context: StyleContext = {
    tokens: TOKENS[options.theme],
    subjects: options.subjects,
    neighbours: options.neighbours,
  };
  return {
    version: 8,
    name: MESSAGES[options.lang].app.mapTitle,
    sources: sources(options.origin, options.asOf, options.sources),
    sprite: `${options.origin}/sprites/giapranh`,
    glyphs: `${options.origin}/glyphs/{fontstack}/{range}.pbf`,
    'font-faces': fontFaces(options.origin),
    layers: [
      ...ground(context),
      ...unitAreas(context),
      ...zones(context),
      ...watchUnits(context),
      ...rivers(context),
      ...roads(context),
      ...unitLines(context),
      ...provinceLines(context),
      ...siteAreas(context),
      // Symbols are placed from the top down: what stands last wins the room.
      ...placeLabels(context),
      ...unitLabels(context),
      ...borderLabels(context),
      ...sitePoints(context),
    ].map(shownFrom),
  };
}
