import 'reflect-metadata';

/** What the demo city needs from the inside of the API; everything else it does through HTTP, as people do. */
export { addDemoPeople } from './identity/index.js';
export { readConfig } from './platform/config/index.js';
