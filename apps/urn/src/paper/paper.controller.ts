import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';

import type { Batch } from './batch.js';
import type { SettledDifference } from './compare-entries.js';
import { DeclareBatch } from './declare-batch.js';
import {
  CheckSampleDto,
  DeclareBatchDto,
  DrawSampleDto,
  KeySheetsDto,
  SealDto,
  SettleDto,
  WithdrawSheetDto,
} from './dto/paper.dto.js';
import { KeySheets } from './key-sheets.js';
import { PaperRepository } from './paper.repository.js';
import { type SampleView, SampleSheets } from './sample-sheets.js';
import { SealBatch } from './seal-batch.js';
import { SettleDifferences } from './settle-differences.js';
import { WithdrawSheet } from './withdraw-sheet.js';

/** The back office's door to paper ballots. Entered sheets are never given out, only where two readings differ. */
@Controller('elections/:election/paper')
export class PaperController {
  constructor(
    private readonly paper: PaperRepository,
    private readonly declareBatch: DeclareBatch,
    private readonly keySheets: KeySheets,
    private readonly settleDifferences: SettleDifferences,
    private readonly sealBatch: SealBatch,
    private readonly sampleSheets: SampleSheets,
    private readonly withdrawSheet: WithdrawSheet,
  ) {}

  @Get()
  batches(@Param('election') election: string): Promise<Batch[]> {
    return this.paper.all(election);
  }

  @Post()
  async declare(@Param('election') election: string, @Body() declaration: DeclareBatchDto): Promise<void> {
    await this.declareBatch.execute(election, declaration);
  }

  @Get('sample')
  sample(@Param('election') election: string): Promise<SampleView> {
    return this.sampleSheets.view(election);
  }

  @Post('sample')
  async drawSample(@Param('election') election: string, @Body() draw: DrawSampleDto): Promise<void> {
    await this.sampleSheets.draw(election, draw);
  }

  @Post('sample/outcome')
  @HttpCode(204)
  async checkSample(@Param('election') election: string, @Body() outcome: CheckSampleDto): Promise<void> {
    await this.sampleSheets.check(election, outcome);
  }

  @Post(':batch/sheets')
  @HttpCode(200)
  key(@Param('election') election: string, @Param('batch') batch: string, @Body() keying: KeySheetsDto) {
    return this.keySheets.execute({ election, batch, ...keying });
  }

  @Post(':batch/sheets/withdraw')
  @HttpCode(200)
  withdraw(
    @Param('election') election: string,
    @Param('batch') batch: string,
    @Body() { by, serial }: WithdrawSheetDto,
  ) {
    return this.withdrawSheet.execute({ election, batch, by, serial });
  }

  @Get(':batch/differences')
  differences(
    @Param('election') election: string,
    @Param('batch') batch: string,
  ): Promise<SettledDifference[]> {
    return this.settleDifferences.differences(election, batch);
  }

  @Post(':batch/rulings')
  @HttpCode(204)
  async settle(
    @Param('election') election: string,
    @Param('batch') batch: string,
    @Body() { by, reason, rulings }: SettleDto,
  ): Promise<void> {
    await this.settleDifferences.execute({
      election,
      batch,
      by,
      reason,
      rulings: rulings.map(({ serial, style, choices }) => ({
        serial,
        sheet: style && choices ? { serial, style, choices } : null,
      })),
    });
  }

  @Post(':batch/seal')
  @HttpCode(200)
  seal(
    @Param('election') election: string,
    @Param('batch') batch: string,
    @Body() { by, discrepancy }: SealDto,
  ): Promise<{ keyed: number }> {
    return this.sealBatch.execute({ election, batch, by, discrepancy: discrepancy ?? null });
  }
}
