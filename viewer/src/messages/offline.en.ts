import type { offline as vi } from './offline.vi.js';

export const offline: typeof vi = {
  kept: (time) => `Offline – data as of ${time}`,
  keptMore: 'Figures on the server may have changed since.',
  back: 'The server answers again. Reload to see the latest data.',
  reload: 'Reload',
  update: 'A new version of the application is here.',
  updateNow: 'Use the new version',
  later: 'Later',
  bundle: (time) => `Portable copy – data taken at ${time}`,
};
