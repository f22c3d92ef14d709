import type { Language } from '../language.js';
import { escaped } from './escape.js';

/** A whole HTML document without script; `body` is markup already escaped. */
export function documentHtml(title: string, language: Language, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Giáp Ranh</title>
<link rel="stylesheet" href="/pages.css">
</head>
<body>
${body}
</body>
</html>
`;
}
