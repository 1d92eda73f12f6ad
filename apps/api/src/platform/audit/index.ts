export { AuditRecords } from './audit-records.js';
export { type AuditEvent, AuditLog } from './audit-log.js';
