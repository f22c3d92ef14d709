import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { type Computer, createComputer } from '../compute/computer.js';
import { candidateLayers } from '../import/candidate-layers.js';
import type { Box } from '../map/map-view.js';
import { createOverlay, type Overlay } from '../overlay/overlay.js';
import type { Tab } from '../panel/tabs.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';
import { zoneLayers } from '../zones/zone-layers.js';

/** What the tools that compute share. */
export interface ToolParts {
  readonly viewer: Viewer;
  readonly computer: Computer;
  readonly fit: (box: Box) => void;
  /** `null` where the browser draws none. */
  readonly map: () => MapLibreMap | null;
}

export interface ToolTabs {
  readonly tabs: readonly Tab[];
  /** A tab was chosen: the first time its panel is fetched. */
  readonly selected: (id: string) => void;
  readonly attach: (map: MapLibreMap) => void;
}

type Open = (parts: ToolParts, overlay: Overlay) => Promise<HTMLElement>;

interface Tool {
  readonly id: 'zones' | 'imported' | 'registers';
  readonly overlay: Overlay;
  readonly open: Open;
  readonly content: HTMLElement;
}

const BELOW_SITES = 'mineral-sites-area';

const openZones: Open = async (parts, overlay) => {
  const { createZonePanel } = await import('../zones/zone-panel.js');
  return createZonePanel({ ...parts, overlay });
};

const openImport: Open = async (parts, overlay) => {
  const { createImportPanel } = await import('../import/import-panel.js');
  return createImportPanel({ ...parts, overlay });
};

const openRegisters: Open = async ({ viewer, computer, map }) => {
  const { createRegisterPanel } = await import('../registers/register-panel.js');
  return createRegisterPanel({ viewer, computer, map });
};

/** The tools that compute in this browser, one tab each; their code comes when one is first opened. */
export function createToolTabs(viewer: Viewer, fit: (box: Box) => void): ToolTabs {
  let drawn: MapLibreMap | null = null;
  const parts: ToolParts = { viewer, computer: createComputer(viewer.profile), fit, map: () => drawn };
  const tools: readonly Tool[] = [
    {
      id: 'zones',
      overlay: createOverlay(viewer, 'asked-zones', zoneLayers, BELOW_SITES),
      open: openZones,
      content: h('div'),
    },
    {
      id: 'imported',
      overlay: createOverlay(viewer, 'read-table', candidateLayers),
      open: openImport,
      content: h('div'),
    },
    {
      id: 'registers',
      overlay: createOverlay(viewer, 'no-registers', () => []),
      open: openRegisters,
      content: h('div'),
    },
  ];
  const opened = new Set<string>();
  const open = async (tool: Tool): Promise<void> => {
    opened.add(tool.id);
    const words = viewer.messages().details;
    replaceChildren(tool.content, h('p', { class: 'skeleton' }, words.loading));
    try {
      replaceChildren(tool.content, await tool.open(parts, tool.overlay));
    } catch {
      opened.delete(tool.id);
      replaceChildren(
        tool.content,
        h(
          'div',
          { class: 'empty' },
          icon('alert'),
          h('p', { class: 'empty-title' }, words.failed),
          h('button', { type: 'button', class: 'button', onclick: () => void open(tool) }, words.retry),
        ),
      );
    }
  };
  return {
    tabs: tools.map(({ id, content }) => ({ id, label: () => viewer.messages()[id].tab, content })),
    selected: (id) => {
      document.documentElement.dataset['tab'] = id;
      const tool = tools.find((one) => one.id === id);
      if (tool !== undefined && !opened.has(id)) void open(tool);
    },
    attach: (map) => {
      drawn = map;
      for (const { overlay } of tools) overlay.attach(map);
    },
  };
}
