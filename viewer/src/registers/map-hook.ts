import { bboxOf } from '@giapranh/core';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { number } from '../format/number.js';
import { fetchItem, type Item } from '../server/features.js';
import { figure, text } from '../server/properties.js';
import { h } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import type { Draft, RegisterId } from './draft.js';
import { createRecordLayers, type RecordLayers } from './record-layers.js';
import type { RegisterBook } from './register-book.js';

/** The rules follow within a second; on a server that starts, or that much else keeps busy, later. */
const SOON_ms = 10_000;
const FOLLOW_ms = 180_000;
const LOOK_ms = 250;
const LOOK_LATER_ms = 3_000;
const DRAWN_ms = 1_200;
const CLOSE_ZOOM = 13;

interface Priority {
  readonly id: string;
  readonly name: string;
  readonly score: number | undefined;
}

export interface MapHook {
  readonly attach: (map: MapLibreMap) => void;
  readonly hide: (hidden: ReadonlySet<RegisterId>) => void;
  /** Shows what is being written where it is now. */
  readonly writing: (draft: Draft | null) => void;
  readonly onpress: (open: (register: RegisterId, id: string, isDraft: boolean) => void) => void;
  /** `null` where there is no map. */
  readonly fitButton: (item: Item) => HTMLElement | null;
  /** Remembers the priority of the unit that a record is of, before it is sent. */
  readonly watchPriority: (draft: Draft) => Promise<void>;
  /** The server has it: the map follows what the rules make of it. */
  readonly sent: (draft: Draft) => void;
  readonly ontold: (say: (text: string) => void) => void;
}

let made: MapHook | undefined;

/** The page's one: what the registers do on the map, with or without their panel. */
export function showOnMap(viewer: Viewer, book: RegisterBook): MapHook {
  made ??= createHook(viewer, book);
  return made;
}

function createHook(viewer: Viewer, book: RegisterBook): MapHook {
  let map: MapLibreMap | undefined;
  let layers: RecordLayers | undefined;
  let open = (_register: RegisterId, _id: string, _isDraft: boolean): void => undefined;
  let say = (_text: string): void => undefined;
  const before = new Map<string, Priority>();

  const priorityOf = async ({ properties }: Pick<Draft, 'properties'>): Promise<Priority | undefined> => {
    const id = text(properties, 'unit_code');
    if (id === undefined || !id.startsWith(`${viewer.profile.vintages.at(-1)?.id}:`)) return undefined;
    const answer = await fetchItem('communes', id);
    if (!answer.ok) return undefined;
    const { properties: told } = answer.value;
    return { id, name: text(told, 'name') ?? '', score: figure(told, 'priority') };
  };
  const follow = async (draft: Draft): Promise<void> => {
    const was = before.get(draft.id);
    before.delete(draft.id);
    const start = Date.now();
    while (was !== undefined && Date.now() - start < FOLLOW_ms) {
      const pause_ms = Date.now() - start < SOON_ms ? LOOK_ms : LOOK_LATER_ms;
      await new Promise((resolve) => setTimeout(resolve, pause_ms));
      const now = await priorityOf(draft);
      if (now === undefined || now.score === was.score) continue;
      const words = viewer.messages().registers;
      const score = (value: number | undefined) => number(value ?? 0, viewer.lang(), 1);
      say(`${words.sent} ${words.priorityUp(now.name, score(was.score), score(now.score))}`);
      await drawAnew(now);
      return;
    }
    viewer.freshen();
  };
  /** Tiles follow the features by a moment: they are asked for until they say the same. */
  const drawAnew = async ({ id, score }: Priority): Promise<void> => {
    const start = Date.now();
    do {
      viewer.freshen();
      await new Promise((resolve) => setTimeout(resolve, DRAWN_ms));
      const drawn = map?.querySourceFeatures('units', {
        sourceLayer: 'communes',
        filter: ['==', ['get', 'id'], id],
      });
      if (drawn?.every(({ properties }) => properties['priority'] === score) !== false) return;
    } while (Date.now() - start < FOLLOW_ms);
  };
  return {
    attach: (to) => {
      if (map !== undefined) return;
      map = to;
      layers = createRecordLayers(viewer, to, book);
      layers.onpress((register, id, isDraft) => open(register, id, isDraft));
    },
    hide: (hidden) => layers?.hide(hidden),
    writing: (draft) => layers?.showDraft(draft),
    onpress: (next) => {
      open = next;
    },
    fitButton: ({ geometry }) => {
      const to = map;
      if (to === undefined) return null;
      const [w, s, e, n] = bboxOf(geometry);
      const go = () => {
        if (geometry.type === 'Point')
          to.easeTo({ center: [w, s], zoom: Math.max(to.getZoom(), CLOSE_ZOOM) });
        else viewer.fit()?.([w, s, e, n]);
      };
      return h(
        'button',
        { type: 'button', class: 'button button-small fit', onclick: go },
        icon('pin'),
        viewer.messages().map.fit,
      );
    },
    watchPriority: async (draft) => {
      if (draft.register === 'levelling-permits' && draft.geometry === null) return;
      const now = navigator.onLine === false ? undefined : await priorityOf(draft);
      if (now !== undefined) before.set(draft.id, now);
    },
    sent: (draft) => void follow(draft),
    ontold: (next) => {
      say = next;
    },
  };
}
