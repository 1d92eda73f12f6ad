export type { Ballot, Election, Project, VoteType } from './election.js';
