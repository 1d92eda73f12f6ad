export type { ChainFault, StoredEvent } from './audit-chain.js';
export { type AuditEvent, AuditLog } from './audit-log.js';
export { type AuditFilter, AuditReading, type ChainReport } from './audit-reading.js';
export { AuditRecords } from './audit-records.js';
