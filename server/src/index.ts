export type { ServerConfig } from './config.js';
export { readConfig } from './config.js';
export { openApiDocument } from './openapi/document.js';
export type { RunningServer, StartOptions } from './start-server.js';
export { startServer } from './start-server.js';
