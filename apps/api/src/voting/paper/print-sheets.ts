import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { CurrentUser } from '../../identity/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { PaperNotFrozen, PrintUnknown } from '../voting.errors.js';
import { VotingRounds } from '../voting-rounds.js';
import { PrintedSheetsRepository, type SheetPrint } from './printed-sheets.repository.js';
import { sheetSerial } from './sheet-serial.js';

/** Gives out numbers for paper ballots. Only a sheet with such a number can be entered. */
@Injectable()
export class PrintSheets {
  constructor(
    private readonly database: DataSource,
    private readonly rounds: VotingRounds,
    private readonly sheets: PrintedSheetsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the id of the print @throws RoundUnknown | RoleMissing | SecondFactorNeeded | PaperNotFrozen */
  async execute(user: CurrentUser, slug: string, copies: number): Promise<string> {
    const { id, paperSha256 } = await this.rounds.forOfficer(user, slug);
    if (paperSha256 === null) throw new PaperNotFrozen();
    return this.database.transaction(async (manager) => {
      const print = await this.sheets.beginPrint(id, user.id, manager);
      for (let missing = copies; missing > 0;) {
        const serials = Array.from({ length: missing }, sheetSerial);
        missing -= await this.sheets.add(id, print, serials, manager);
      }
      await this.audit.append(
        { what: 'voting.sheets-printed', actorId: user.id, subject: `round:${slug}`, facts: { copies } },
        manager,
      );
      return print;
    });
  }

  /** Newest first. @throws RoundUnknown | RoleMissing | SecondFactorNeeded */
  async list(user: CurrentUser, slug: string): Promise<SheetPrint[]> {
    const { id } = await this.rounds.forInsider(user, slug);
    return this.sheets.prints(id);
  }

  /** The numbers of one print, to print again what the printer spoiled. @throws RoundUnknown | RoleMissing | PrintUnknown */
  async serials(user: CurrentUser, slug: string, print: string): Promise<string[]> {
    const { id } = await this.rounds.forInsider(user, slug);
    const serials = await this.sheets.serialsOf(id, print);
    if (serials.length === 0) throw new PrintUnknown();
    return serials;
  }
}
