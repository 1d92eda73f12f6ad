export { DeclareBatch } from './declare-batch.js';
export { KeySheets } from './key-sheets.js';
export { PaperController } from './paper.controller.js';
export { PaperModule } from './paper.module.js';
export { PaperRepository } from './paper.repository.js';
export { SealBatch } from './seal-batch.js';
export { SettleDifferences } from './settle-differences.js';
