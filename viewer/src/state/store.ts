import type { ViewState } from './view-state.js';

type Listener = (state: ViewState, before: ViewState) => void;

export interface Store {
  readonly state: () => ViewState;
  readonly set: (change: Partial<ViewState>) => void;
  /** Answers how to end it. */
  readonly subscribe: (listener: Listener) => () => void;
}

export function createStore(initial: ViewState): Store {
  let current = initial;
  const listeners = new Set<Listener>();
  return {
    state: () => current,
    set: (change) => {
      const before = current;
      current = { ...current, ...change };
      for (const listener of [...listeners]) listener(current, before);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
