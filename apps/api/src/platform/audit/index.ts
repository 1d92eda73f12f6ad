export { type AuditEvent, AuditLog } from './audit-log.js';
