import { crsDefinition, meridianText } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { h } from '../ui/element.js';

export interface SystemSelect {
  readonly element: HTMLElement;
  /** `EPSG:9213` */
  readonly value: () => string;
}

function systemName(crs: string): string {
  const definition = crsDefinition(crs);
  const projection = definition.ok ? definition.value.projection : null;
  return projection === null ? crs : `VN-2000, KTT ${meridianText(projection.centralMeridian_deg)} (${crs})`;
}

/** The profile's systems, its own first. */
export function systemSelect(viewer: Viewer, id: string, label: string): SystemSelect {
  const select = h(
    'select',
    { class: 'field', id },
    ...viewer.profile.crs.map((crs) => h('option', { value: crs }, systemName(crs))),
  );
  return {
    element: h('div', { class: 'tool-field' }, h('label', { class: 'field-label', for: id }, label), select),
    value: () => select.value,
  };
}
