import { type BorderPlace, DRAWN_ERROR_m, type IsoDate } from '@giapranh/core';
import type { Geometry, Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import type { Computer } from '../compute/computer.js';
import { length, number } from '../format/number.js';
import { rows } from '../panel/rows.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import type { RegisterId } from './draft.js';
import type { Drawing, ShapeKind } from './draw-shape.js';
import { soundGeometry } from './send-draft.js';

export interface Placed {
  readonly geometry: Geometry | null;
  readonly error_m: number | null;
}

/** What was worked out of a place; `null` when it could not be. */
export type Located = BorderPlace | null;

export interface PlacePart {
  readonly element: HTMLElement;
  readonly value: () => Placed;
  /** Words beside the place; empty for none. */
  readonly refuse: (text: string) => void;
  readonly end: () => void;
}

interface Parts {
  readonly viewer: Viewer;
  readonly computer: Computer;
  readonly map: MapLibreMap | null;
  readonly register: RegisterId;
  readonly first: Placed;
  readonly day: () => IsoDate;
  /** A place was chosen, by a hand or a receiver. */
  readonly onplace: (placed: Placed) => void;
  readonly onlocated: (located: Located, isNew: boolean) => void;
}

const SHAPES: Readonly<Record<RegisterId, readonly ShapeKind[]>> = {
  incidents: ['point', 'linestring', 'polygon'],
  inspections: ['point', 'polygon'],
  'levelling-permits': ['polygon', 'point'],
};

/** Where it is: by the receiver of the device, or drawn on the map; and what follows from that. */
export function createPlacePart(parts: Parts): PlacePart {
  const { viewer, computer, map, register } = parts;
  let placed = parts.first;
  let drawing: Drawing | undefined;
  let drawn: ShapeKind | undefined;
  let gps: 'idle' | 'asking' | string = 'idle';
  let located: Located | undefined;
  let turn = 0;
  const fault = h('p', { class: 'field-fault', id: 'place-fault' });
  const body = h('div', { class: 'place-body' });
  const element = h(
    'section',
    { class: 'tool-part place-part', 'aria-labelledby': 'place-heading', 'aria-describedby': 'place-fault' },
    body,
    fault,
  );

  const locate = async (isNew: boolean) => {
    turn += 1;
    const mine = turn;
    const { geometry, error_m } = placed;
    if (geometry === null) return;
    located = undefined;
    show();
    const asked = { geometry, asOf: parts.day(), error_m: error_m ?? DRAWN_ERROR_m };
    const answer = await computer.run('place', asked).answer;
    if (mine !== turn || answer === null) return;
    located = answer.ok ? answer.value : null;
    parts.onlocated(located, isNew);
    show();
  };
  const set = (next: Placed) => {
    placed = next;
    fault.textContent = '';
    parts.onplace(next);
    void locate(true);
  };
  const stopDrawing = () => {
    drawing?.stop();
  };
  const begin = async (kind: ShapeKind) => {
    if (map === null) return;
    stopDrawing();
    const { drawShape } = await import('./draw-shape.js');
    drawn = kind;
    viewer.store.set({ selection: null });
    const lowered = foldSheet();
    drawing = drawShape(
      viewer,
      map,
      kind,
      (geometry) => set({ geometry: soundGeometry(geometry), error_m: null }),
      () => {
        drawing = undefined;
        drawn = undefined;
        document.documentElement.removeAttribute('data-drawing');
        if (lowered) raiseSheet();
        show();
      },
    );
    document.documentElement.setAttribute('data-drawing', kind);
    map.getCanvas().focus({ preventScroll: true });
    show();
  };
  const askGps = () => {
    const words = viewer.messages().registers;
    if (!('geolocation' in navigator) || !isSecureContext) {
      gps = words.gpsNone;
      show();
      return;
    }
    gps = 'asking';
    show();
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        gps = 'idle';
        const coordinates = [Number(longitude.toFixed(7)), Number(latitude.toFixed(7))];
        viewer.fit()?.([longitude, latitude, longitude, latitude]);
        set({ geometry: { type: 'Point', coordinates }, error_m: Math.round(accuracy) });
      },
      ({ code, PERMISSION_DENIED }) => {
        gps = code === PERMISSION_DENIED ? words.gpsDenied : words.gpsFailed;
        show();
      },
      { enableHighAccuracy: true, timeout: 30_000, maximumAge: 0 },
    );
  };

  const button = (text: string, act: () => void, name: Parameters<typeof icon>[0], pressed = false) =>
    h(
      'button',
      { type: 'button', class: 'button place-button', 'aria-pressed': pressed ? 'true' : null, onclick: act },
      icon(name),
      text,
    );
  const show = () => {
    const words = viewer.messages().registers;
    const lang = viewer.lang();
    const shapeWords = { point: words.pick, linestring: words.drawLine, polygon: words.drawArea };
    const { geometry, error_m } = placed;
    replaceChildren(
      body,
      h('h3', { class: 'tool-heading', id: 'place-heading' }, words.place),
      geometry === null && drawn === undefined ? h('p', { class: 'quiet' }, words.noPlace) : null,
      h(
        'div',
        { class: `place-buttons place-buttons-${SHAPES[register].length}` },
        button(gps === 'asking' ? words.gpsAsking : words.gps, askGps, 'locate'),
        ...(map === null
          ? []
          : SHAPES[register].map((kind) =>
              button(
                shapeWords[kind],
                () => (drawn === kind ? stopDrawing() : void begin(kind)),
                kind === 'point' ? 'pin' : kind === 'linestring' ? 'ruler' : 'unit',
                drawn === kind,
              ),
            )),
      ),
      drawn === undefined
        ? null
        : h(
            'p',
            { class: 'note note-plain', role: 'status' },
            words.drawing[drawn],
            h('span', { class: 'place-keys' }, ` ${words.drawingKeys}`),
          ),
      gps === 'idle' || gps === 'asking' ? null : h('p', { class: 'note note-warn', role: 'alert' }, gps),
      geometry === null
        ? null
        : rows([
            [
              words.shapes[geometry.type as keyof typeof words.shapes] ?? geometry.type,
              coordinatesText(geometry),
            ],
            [words.distance, located?.contact == null ? null : length(located.contact.distance_m, lang)],
            ['', error_m === null ? null : words.gpsError(number(error_m, lang))],
          ]),
      geometry !== null && located === undefined
        ? h('p', { class: 'quiet', role: 'status' }, words.computing)
        : null,
      located === null
        ? h(
            'p',
            { class: 'note note-warn' },
            words.notComputed,
            ' ',
            h(
              'button',
              { type: 'button', class: 'link-button', onclick: () => void locate(false) },
              words.retry,
            ),
          )
        : null,
    );
  };
  show();
  if (placed.geometry !== null) void locate(false);
  return {
    element,
    value: () => placed,
    refuse: (text) => {
      fault.textContent = text;
    },
    end: () => {
      turn += 1;
      stopDrawing();
    },
  };
}

function sheetHandle(): HTMLElement | null {
  const handle = document.querySelector<HTMLElement>('.sheet-handle');
  return handle === null || getComputedStyle(handle).display === 'none' ? null : handle;
}

/** On a phone the sheet lies over the map: it goes down while a place is chosen. Answers whether it did. */
function foldSheet(): boolean {
  const handle = sheetHandle();
  if (handle?.getAttribute('aria-expanded') !== 'true') return false;
  handle.click();
  return true;
}

function raiseSheet(): void {
  const handle = sheetHandle();
  if (handle?.getAttribute('aria-expanded') === 'false') handle.click();
}

function firstPosition(geometry: Geometry): Position {
  let place: unknown = 'coordinates' in geometry ? geometry.coordinates : [];
  while (Array.isArray(place) && Array.isArray(place[0])) place = place[0];
  return Array.isArray(place) ? (place as Position) : [];
}

function coordinatesText(geometry: Geometry): string {
  const [lon = 0, lat = 0] = firstPosition(geometry);
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}
