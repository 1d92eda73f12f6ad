export { BallotBox } from './ballot-box.js';
export type { Count, CountedProject } from './count.js';
export { CountsRepository } from './counts.repository.js';
export { CountsModule } from './counts.module.js';
export { mayCountBy, PublishCount } from './publish-count.js';
export { everySoOften } from './every-so-often.js';
