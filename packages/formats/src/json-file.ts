import { err, issue, ok, type Result } from '@giapranh/core';
import { readText } from './text-file.js';

/** The value of a JSON text. Issues: `json-syntax`, with the parser's own words on where. */
export function parseJson(text: string, path: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    const where = error instanceof Error ? error.message : String(error);
    return err(
      issue('json-syntax', [path], `Không phải JSON hợp lệ: ${where}`, `This is not valid JSON: ${where}`),
    );
  }
}

/** Issues: those of `readText`, `json-syntax`. */
export async function readJsonFile(path: string): Promise<Result<unknown>> {
  const text = await readText(path);
  return text.ok ? parseJson(text.value, path) : text;
}
