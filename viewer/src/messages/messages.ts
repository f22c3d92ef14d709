import { en } from './en.js';
import { vi } from './vi.js';

export type Lang = 'vi' | 'en';

/** The shape of a message file: the Vietnamese one sets it. */
export type Messages = typeof vi;

export const MESSAGES: Readonly<Record<Lang, Messages>> = { vi, en };
