export { type Config, type Contact, readConfig } from './config.js';
export { CONFIG } from './config.token.js';
