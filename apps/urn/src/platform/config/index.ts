export { type Config, readConfig } from './config.js';
export { CONFIG } from './config.token.js';
