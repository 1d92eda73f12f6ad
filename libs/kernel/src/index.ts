export { DomainError, type ErrorKind, type ErrorParam } from './domain-error.js';
