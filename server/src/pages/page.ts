import type { Language } from '../language.js';
import { apiPageBody } from './api-page.js';
import { documentHtml } from './document.js';
import { escaped } from './escape.js';
import { anchor, isMembers, tableHtml, valueHtml } from './value.js';

type Members = Readonly<Record<string, unknown>>;

const WORDS = {
  vi: {
    links: 'Liên kết',
    home: 'Trang đầu',
    layers: 'Các lớp',
    other: 'English',
    features: 'Đối tượng',
    api: 'API',
  },
  en: {
    links: 'Links',
    home: 'Home',
    layers: 'Layers',
    other: 'Tiếng Việt',
    features: 'Features',
    api: 'API',
  },
} as const;

/** The address in the other language or format. */
function withParameter(address: string, name: string, value: string): string {
  const url = new URL(address);
  url.searchParams.set(name, value);
  return url.href;
}

function linksHtml(links: unknown, language: Language): string {
  if (!Array.isArray(links)) return '';
  const items = links.filter(isMembers).flatMap((link) => {
    const { href, rel, title, type } = link;
    if (typeof href !== 'string' || rel === 'self') return [];
    const text = typeof title === 'string' && title !== '' ? title : String(rel);
    const kind = typeof type === 'string' ? ` <span class="type">${escaped(type)}</span>` : '';
    return [
      `<li>${anchor(href, text)} <span class="rel">${escaped(String(rel).split('/').at(-1) ?? '')}</span>${kind}</li>`,
    ];
  });
  return items.length === 0
    ? ''
    : `<h2>${WORDS[language].links}</h2><ul class="links">${items.join('\n')}</ul>`;
}

/** A feature's row: its id leads to its own page. */
function featureRow(feature: Members, self: URL): Members {
  const id = String(feature['id'] ?? '');
  const properties = isMembers(feature['properties']) ? feature['properties'] : {};
  return {
    id: `${self.origin}${self.pathname}/${encodeURIComponent(id)}?f=html`,
    ...properties,
    geometry: feature['geometry'],
  };
}

function bodyHtml(body: Members, self: URL, language: Language): string {
  const { title, description, links, features, ...rest } = body;
  const parts = [
    typeof description === 'string' ? `<p>${escaped(description)}</p>` : '',
    Object.keys(rest).length === 0 ? '' : valueHtml(rest, language),
    Array.isArray(features)
      ? `<h2>${WORDS[language].features}</h2>${tableHtml(
          features.filter(isMembers).map((feature) => featureRow(feature, self)),
          language,
        )}`
      : '',
    linksHtml(links, language),
  ];
  return parts.join('\n');
}

/**
 * A resource as a page: what its JSON says, no more, calm and without anything from another host. `address` is that
 * of the page itself.
 */
export function pageHtml(body: unknown, address: string, language: Language): string {
  const members = isMembers(body) ? body : { value: body };
  const self = new URL(address);
  const title = String(
    members['title'] ?? (self.pathname === '/' ? 'Giáp Ranh' : decodeURIComponent(self.pathname)),
  );
  const words = WORDS[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const nav = [
    anchor(`${self.origin}/?f=html`, words.home),
    anchor(`${self.origin}/collections?f=html&lang=${language}`, words.layers),
    anchor(`${self.origin}/api?f=html&lang=${language}`, words.api),
    anchor(withParameter(address, 'f', 'json'), 'JSON'),
    anchor(withParameter(address, 'lang', other), words.other),
  ];
  return documentHtml(
    title,
    language,
    `<nav>${nav.join(' ')}</nav>
<main>
<h1>${escaped(title)}</h1>
${typeof members['openapi'] === 'string' ? apiPageBody(members, language) : bodyHtml(members, self, language)}
</main>`,
  );
}
