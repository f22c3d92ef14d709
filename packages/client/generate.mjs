import openapiTypescript, { astToString } from 'openapi-typescript';

/** The module of types of an OpenAPI document. The address of the server it was asked at is no part of it. */
export async function apiTypes(document) {
  const ast = await openapiTypescript({ ...document, servers: [] });
  return `// Made from the server's OpenAPI document by "pnpm bless api-client". Do not edit.\n${astToString(ast)}`;
}
