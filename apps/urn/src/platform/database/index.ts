export { CastDatabase, DatabaseModule, KeeperDatabase } from './database.module.js';
export { migrate } from './migrate.js';
