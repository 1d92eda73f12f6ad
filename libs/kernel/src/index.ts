export { canonicalJson, type Json } from './canonical-json.js';
export { DomainError, type ErrorKind, type ErrorParam } from './domain-error.js';
