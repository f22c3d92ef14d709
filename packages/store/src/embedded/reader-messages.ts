import type { Issue } from '@giapranh/core';
import type {
  FeaturePage,
  FeatureQuery,
  KeysetPage,
  KeysetQuery,
  TextPage,
  TextQuery,
} from '../feature-store.js';

/** What each kind of question is asked with, and answered by. */
export interface Questions {
  readonly query: { readonly asked: FeatureQuery; readonly answer: FeaturePage };
  readonly page: { readonly asked: KeysetQuery; readonly answer: KeysetPage };
  readonly textPage: { readonly asked: TextQuery; readonly answer: TextPage };
}
export type QuestionKind = keyof Questions;

/** What a thread of readers is started with. */
export interface ReaderThreadData {
  readonly path: string;
}

export interface ReaderQuestion {
  readonly kind: QuestionKind;
  readonly asked: FeatureQuery | KeysetQuery | TextQuery;
}

export type ReaderAnswer =
  | { readonly kind: 'answer'; readonly answer: FeaturePage | KeysetPage | TextPage }
  | { readonly kind: 'fault'; readonly issue: Issue }
  | { readonly kind: 'broken'; readonly message: string };
