export { CastBallot } from './cast-ballot.js';
export { CastController } from './cast.controller.js';
export { CastingModule } from './casting.module.js';
