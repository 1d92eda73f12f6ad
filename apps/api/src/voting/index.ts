export { VOTE_STORED } from './voting.events.js';
export { VotingModule } from './voting.module.js';
export { type VoteFacts, Votes } from './vote-facts.js';
