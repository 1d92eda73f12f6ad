import { Module } from '@nestjs/common';

import { ElectionsModule } from '../elections/index.js';
import { DeclareBatch } from './declare-batch.js';
import { KeySheets } from './key-sheets.js';
import { PaperBatches } from './paper-batches.js';
import { PaperRepository } from './paper.repository.js';
import { SampleSheets } from './sample-sheets.js';
import { SamplesRepository } from './samples.repository.js';
import { SealBatch } from './seal-batch.js';
import { SettleDifferences } from './settle-differences.js';
import { WithdrawSheet } from './withdraw-sheet.js';

const offered = [
  DeclareBatch,
  KeySheets,
  PaperRepository,
  SampleSheets,
  SealBatch,
  SettleDifferences,
  WithdrawSheet,
];

@Module({
  imports: [ElectionsModule],
  providers: [...offered, PaperBatches, SamplesRepository],
  exports: offered,
})
export class PaperModule {}
