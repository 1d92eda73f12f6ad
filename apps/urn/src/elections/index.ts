export type { Election, ElectionState } from './election.js';
export { ElectionExists, ElectionUnknown, LogNotOurs } from './elections.errors.js';
export { Elections } from './elections.js';
export { ElectionsModule } from './elections.module.js';
export { ElectionsRepository } from './elections.repository.js';
