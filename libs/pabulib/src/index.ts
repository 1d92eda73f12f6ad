export { PbMalformed, type PbFault, type PbWarning } from './faults.js';
export { minorPerUnit, readMoney, writeMoney, type MoneyFault } from './money.js';
export { parsePb } from './parse.js';
export type { PbDraft, PbFile, PbHead, PbProject, PbProjectText, PbVote } from './pb-file.js';
export { PbReader, type PbHandlers, type PbSummary } from './reader.js';
export { isWithdrawn, toElection } from './to-election.js';
export { PbUnwritable } from './unwritable.js';
export { PERSONAL_COLUMNS } from './words.js';
export { type PbPaper, streamPb, writePb, type PbWriteOptions } from './write.js';
