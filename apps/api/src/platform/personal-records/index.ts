export { actsOnRecord } from './acts-on-record.js';
export { type LeavingWishes, type PersonalRecord, PersonalRecords } from './personal-records.js';
