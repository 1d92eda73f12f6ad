export { FATE_TOLD } from './contributions.events.js';
export { ContributionsModule } from './contributions.module.js';
export { type ContributionKind, type Fate, FATES } from './fate.js';
