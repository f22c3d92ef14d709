/** Whether the client asks for a page by name; what accepts anything gets the landing document. */
export function wantsPage(accept: string | undefined, format: unknown): boolean {
  return format === 'html' || (format === undefined && /\btext\/html\b/.test(accept ?? ''));
}
