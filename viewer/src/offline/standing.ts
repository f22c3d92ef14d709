import type { Lang } from '../messages/messages.js';

/** Set by the service worker on answers it had kept: when they came from the server, ISO 8601. */
export const KEPT_HEADER = 'x-giapranh-kept';

/** Whether what is shown comes from the server, or was kept from an earlier visit. */
export interface Standing {
  /** When the oldest answer shown was kept; `undefined` while the server answers itself. */
  readonly since: () => Date | undefined;
  /** The same for people: `14:05, 22/11/2026`. */
  readonly keptAt: (lang: Lang) => string | undefined;
  /** A kept answer was used in place of the server's. */
  readonly used: (kept: Date) => void;
  /** The server answered itself after kept answers were used. */
  readonly answered: () => void;
  readonly isBack: () => boolean;
  readonly onchange: (listener: () => void) => void;
}

const ZONE = 'Asia/Ho_Chi_Minh';

export function timeText(time: Date, lang: Lang): string {
  const locale = lang === 'vi' ? 'vi-VN' : 'en-GB';
  const clock = new Intl.DateTimeFormat(locale, { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(locale, {
    timeZone: ZONE,
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  });
  return `${clock.format(time)}, ${date.format(time)}`;
}

export function createStanding(): Standing {
  let since: Date | undefined;
  let back = false;
  const listeners: (() => void)[] = [];
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    since: () => since,
    keptAt: (lang) => (since === undefined ? undefined : timeText(since, lang)),
    used: (kept) => {
      if (since !== undefined && since <= kept && !back) return;
      since = since === undefined || kept < since ? kept : since;
      back = false;
      tell();
    },
    answered: () => {
      if (since === undefined || back) return;
      back = true;
      tell();
    },
    isBack: () => back,
    onchange: (listener) => {
      listeners.push(listener);
    },
  };
}

const standing = createStanding();

/** The page's one. */
export const serverStanding = (): Standing => standing;
