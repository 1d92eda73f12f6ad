export { VotingModule } from './voting.module.js';
