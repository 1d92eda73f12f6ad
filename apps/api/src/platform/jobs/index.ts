export { type JobKind, Jobs } from './jobs.js';
