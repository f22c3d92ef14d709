/** What the page tells its service worker. */
export type ToWorker =
  | { readonly kind: 'keep'; readonly urls: readonly string[] }
  | { readonly kind: 'take-over' };

/** What the service worker tells its pages; `at`: when the answer used was kept, ISO 8601. */
export type FromWorker =
  | { readonly kind: 'used'; readonly at: string }
  | { readonly kind: 'answered' }
  | { readonly kind: 'kept-all' };
