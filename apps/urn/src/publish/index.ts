export { AdminController } from './admin.controller.js';
export { CloseVoting } from './close-voting.js';
export { ElectionsController } from './elections.controller.js';
export { ElectionsQueries } from './elections.queries.js';
export { ExportQueries } from './export.queries.js';
export { FinishElection } from './finish-election.js';
export { PublishModule } from './publish.module.js';
export { Timekeeper } from './timekeeper.js';
