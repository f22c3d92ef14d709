import type { Response } from 'express';

/** The only pages that may send a form, and only to this server. */
const POLICY =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export function sendForm(response: Response, status: number, html: string): void {
  response
    .status(status)
    .set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    .removeHeader('Access-Control-Allow-Origin');
  response.type('text/html').send(html);
}
