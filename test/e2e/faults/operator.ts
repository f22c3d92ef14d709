/** The operator's own token, and requests in their name. */
export const OPERATOR = 'mot-ma-thu-nghiem-0007';

export const AS_OPERATOR = {
  authorization: `Bearer ${OPERATOR}`,
  'content-type': 'application/json',
} as const;

export function incident(id: string, people = 1): string {
  return JSON.stringify({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [105.62, 22.17] },
    properties: { kind: 'thử', people },
  });
}

/** `undefined` when the server was gone before it answered. */
export async function record(url: string, id: string): Promise<Response | undefined> {
  try {
    const response = await fetch(`${url}/collections/incidents/items`, {
      method: 'POST',
      headers: AS_OPERATOR,
      body: incident(id),
    });
    // An answer that was not heard to its end was not heard.
    await response.arrayBuffer();
    return response;
  } catch {
    return undefined;
  }
}
