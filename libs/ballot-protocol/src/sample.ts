/** Made-up elections and their exports, for tests, benches and whoever writes another verifier. */
export { sampleElection, type SampleElection, type SampleOptions } from './sampling/sample-election.js';
export { votesOf, type MakeVotes, type SampleBallot, type SampleVoters } from './publishing/sample-votes.js';
export { sampleExport, sourceOf, type ExportLines } from './publishing/sample-export.js';
