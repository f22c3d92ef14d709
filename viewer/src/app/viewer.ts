import {
  type Bbox,
  type IsoDate,
  type LayerId,
  neighbourOrder,
  type Profile,
  type ProfileVintage,
} from '@giapranh/core';
import { type Lang, MESSAGES, type Messages } from '../messages/messages.js';
import { createSession, type Session } from '../session/session.js';
import type { Store } from '../state/store.js';
import { today, vintageOn } from '../state/vintage.js';
import { createMapModes, type MapModes } from './map-mode.js';

/** What every part of the page reads: the profile, the state of the view, and what follows from both. */
export interface Viewer {
  readonly profile: Profile;
  readonly store: Store;
  readonly modes: MapModes;
  readonly session: Session;
  readonly neighbours: readonly string[];
  readonly lang: () => Lang;
  readonly messages: () => Messages;
  readonly asOf: () => IsoDate;
  readonly vintage: () => ProfileVintage;
  readonly visible: () => readonly LayerId[];
  /** Shows a box whole on the map; `null` where the browser draws no map. */
  readonly fit: () => ((box: Bbox) => void) | null;
  readonly onFit: (fit: (box: Bbox) => void) => void;
  /** What the server holds has changed, or who asks: what is shown is read anew. */
  readonly freshen: () => void;
  readonly onFreshen: (listener: () => void) => void;
  /** Opens an entry of the register of documents. */
  readonly openDocument: (id: string) => void;
  readonly onDocument: (open: (id: string) => void) => void;
}

export function createViewer(profile: Profile, store: Store): Viewer {
  const asOf = () => store.state().asOf ?? today();
  const freshened: (() => void)[] = [];
  let openDocument = (_id: string): void => undefined;
  let fit: ((box: Bbox) => void) | null = null;
  const byProfile = profile.layers.filter((layer) => layer.visible).map((layer) => layer.id);
  return {
    profile,
    store,
    modes: createMapModes(),
    session: createSession(),
    neighbours: neighbourOrder(profile),
    lang: () => store.state().lang,
    messages: () => MESSAGES[store.state().lang],
    asOf,
    vintage: () => {
      const vintage = vintageOn(profile.vintages, asOf());
      if (vintage === undefined) throw new Error('a profile without vintages passed its schema');
      return vintage;
    },
    visible: () => store.state().visible ?? byProfile,
    fit: () => fit,
    onFit: (to) => {
      fit = to;
    },
    freshen: () => {
      for (const listener of freshened) listener();
    },
    onFreshen: (listener) => {
      freshened.push(listener);
    },
    openDocument: (id) => openDocument(id),
    onDocument: (open) => {
      openDocument = open;
    },
  };
}

/** The title of a neighbour or subject, without its type: `Cao Bằng`. */
export function bareName(name: string): string {
  return name.replace(/^(Tỉnh|Thành phố) /u, '');
}
