const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, in an element or an attribute's quotes. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** An address of our own or of the web; anything else (`javascript:`) is text. */
export function isWebAddress(text: string): boolean {
  return /^(https?:\/\/|\/(?!\/))[^\s"<>]*$/.test(text);
}
