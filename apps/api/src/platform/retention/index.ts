export { PlatformRetention } from './platform-retention.js';
export { deleted, type LastRun, Retention, type RetentionRule } from './retention.js';
