/** Made-up elections and their exports, for tests, benches and whoever writes another verifier. */
export { sampleElection, type SampleElection, type SampleOptions } from './sampling/sample-election.js';
export { sampleExport, sourceOf, type ExportLines } from './publishing/sample-export.js';
