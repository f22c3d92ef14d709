import type { Viewer } from '../app/viewer.js';
import { dayOfVintage, today } from '../state/vintage.js';
import { bundle } from './bundle.js';
import { keepList } from './keep-list.js';
import type { FromWorker, ToWorker } from './messages.js';
import { serverStanding } from './standing.js';

const ADDRESS = '/sw.js';

/** Browsers give service workers to HTTPS and to this machine's own address only. */
function container(): ServiceWorkerContainer | undefined {
  return 'serviceWorker' in navigator && bundle() === undefined ? navigator.serviceWorker : undefined;
}

/** Hears from the worker of an earlier visit; before the first question to the server. */
export function hearWorker(): void {
  const standing = serverStanding();
  container()?.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'used') standing.used(new Date(data.at));
    else if (data.kind === 'answered') standing.answered();
    else document.documentElement.dataset['offline'] = 'ready';
  });
}

/**
 * Starts the worker once the map is on the screen and has it keep what the next visit needs; `onnew` is told when a
 * new version of the application waits, with what takes it over.
 */
export async function startWorker(viewer: Viewer, onnew: (takeOver: () => void) => void): Promise<void> {
  const workers = container();
  if (workers === undefined) return;
  const registration = await workers.register(ADDRESS).catch(() => undefined);
  if (registration === undefined) return;
  const tell = (to: ServiceWorker | null, message: ToWorker) => to?.postMessage(message);
  const offer = () => {
    const { waiting } = registration;
    if (waiting === null || workers.controller === null) return;
    onnew(() => {
      workers.addEventListener('controllerchange', () => location.reload());
      tell(waiting, { kind: 'take-over' });
    });
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  const { active } = await workers.ready;
  if (serverStanding().since() !== undefined) return;
  const days = viewer.profile.vintages.map((vintage) => dayOfVintage(vintage) ?? today());
  tell(active, { kind: 'keep', urls: keepList(viewer.profile, [...new Set(days)].reverse()) });
}
