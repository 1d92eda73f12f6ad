export { canonicalJson, isCanonicalJson, type Json } from './canonical-json.js';
export { hangUpWhenSilent, isDatabaseAway } from './database-away.js';
export { DomainError, type ErrorKind, type ErrorParam } from './domain-error.js';
export { postcodeOf } from './postcode.js';
export { visibleLine, visibleText } from './visible-text.js';
export { mustHaveTrueClock } from './true-clock.js';
