/** What a press on the map means: a question about the place, or a point of what is being measured or drawn. */
export type MapMode = 'ask' | 'measure' | 'draw';

export interface MapModes {
  readonly current: () => MapMode;
  /** Takes the map for a tool; whoever had it before is told to give it back first. */
  readonly take: (mode: Exclude<MapMode, 'ask'>, ongiveback: () => void) => void;
  /** The tool that has the map gives it back; without effect for any other. */
  readonly giveBack: (mode: MapMode) => void;
}

/** One tool at a time has the map. */
export function createMapModes(): MapModes {
  let current: MapMode = 'ask';
  let leave = (): void => undefined;
  const end = () => {
    const last = leave;
    leave = () => undefined;
    current = 'ask';
    last();
  };
  return {
    current: () => current,
    take: (mode, ongiveback) => {
      if (current !== 'ask') end();
      current = mode;
      leave = ongiveback;
    },
    giveBack: (mode) => {
      if (current === mode && mode !== 'ask') end();
    },
  };
}
