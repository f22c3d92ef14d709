import type { Language } from '../language.js';
import { escaped } from './escape.js';
import { isMembers } from './value.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const WORDS = {
  vi: { parameters: 'Tham số', body: 'Nội dung gửi lên', answers: 'Trả lời', token: 'cần mã truy cập' },
  en: { parameters: 'Parameters', body: 'Body', answers: 'Answers', token: 'needs a token' },
} as const;

type Members = Readonly<Record<string, unknown>>;

function members(value: unknown): Members {
  return isMembers(value) ? value : {};
}

function code(value: unknown): string {
  return `<pre>${escaped(JSON.stringify(value, null, 2))}</pre>`;
}

/** What a reference within the document stands for. */
function resolved(document: Members, value: unknown): Members {
  const reference = members(value)['$ref'];
  if (typeof reference !== 'string') return members(value);
  return members(
    reference
      .split('/')
      .slice(1)
      .reduce<unknown>((at, step) => members(at)[step], document),
  );
}

function parametersHtml(document: Members, list: unknown, language: Language): string {
  const rows = (Array.isArray(list) ? list : []).map((entry: unknown) => {
    const { name, in: place, description, schema } = resolved(document, entry);
    const type = members(schema)['type'];
    const text = typeof description === 'string' ? description : '';
    return `<tr><td><code>${escaped(String(name))}</code></td><td>${escaped(String(place))}</td><td>${escaped(String(type ?? ''))}</td><td>${escaped(text)}</td></tr>`;
  });
  if (rows.length === 0) return '';
  return `<h3>${WORDS[language].parameters}</h3><div class="wide"><table><tbody>${rows.join('')}</tbody></table></div>`;
}

function bodyHtml(body: unknown, language: Language): string {
  const [entry] = Object.entries(members(members(body)['content']));
  if (entry === undefined) return '';
  const [type, { example, schema }] = [entry[0], members(entry[1])];
  return `<h3>${WORDS[language].body} <span class="type">${escaped(type)}</span></h3>${code(example)}<details><summary>JSON Schema</summary>${code(schema)}</details>`;
}

function operationHtml(
  document: Members,
  path: string,
  method: string,
  operation: Members,
  language: Language,
): string {
  const { summary, parameters, requestBody, responses, security } = operation;
  const statuses = Object.keys(members(responses)).join(', ');
  const token = security === undefined ? '' : ` <span class="rel">${WORDS[language].token}</span>`;
  return `<details><summary><span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code> ${escaped(String(summary ?? ''))}${token}</summary>
${parametersHtml(document, parameters, language)}
${bodyHtml(requestBody, language)}
<p>${WORDS[language].answers}: ${escaped(statuses)}</p></details>`;
}

/** The API document for people: every operation by its tag, closed until asked for; no script. */
export function apiPageBody(document: unknown, language: Language): string {
  const whole = members(document);
  const operations = Object.entries(members(whole['paths'])).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = members(item)[method];
      return isMembers(operation) ? [{ path, method, operation }] : [];
    }),
  );
  const tags = (Array.isArray(whole['tags']) ? whole['tags'] : []).map((tag: unknown) =>
    String(members(tag)['name']),
  );
  return tags
    .map((tag) => {
      const own = operations.filter(({ operation }) => {
        const names = operation['tags'];
        return Array.isArray(names) && names.includes(tag);
      });
      return `<h2>${escaped(tag)}</h2>${own.map(({ path, method, operation }) => operationHtml(whole, path, method, operation, language)).join('\n')}`;
    })
    .join('\n');
}
