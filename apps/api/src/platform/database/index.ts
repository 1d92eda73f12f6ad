export { DatabaseModule, dataSourceOptions } from './database.module.js';
export { migrate } from './migrate.js';
export { pence } from './pence.js';
