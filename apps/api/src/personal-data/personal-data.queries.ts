import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type PersonalRecord, PersonalRecords } from '../platform/personal-records/index.js';

/** One kind of record and how many of it are held of the asking person. */
export interface HeldRecord {
  readonly record: PersonalRecord;
  readonly rows: number;
}

/** What a person may see of their own data, gathered from every feature on demand: no copy is ever stored. */
@Injectable()
export class PersonalDataQueries {
  constructor(
    private readonly database: DataSource,
    private readonly records: PersonalRecords,
  ) {}

  /** What is held of people in general. */
  kinds(): readonly PersonalRecord[] {
    return this.records.all();
  }

  async heldOf(personId: string): Promise<HeldRecord[]> {
    const all = await this.everything(personId);
    return all.map(({ record, rows }) => ({ record, rows: rows.length }));
  }

  /** Everything at one moment: what changes meanwhile is in the file wholly or not at all. */
  everything(personId: string): Promise<{ record: PersonalRecord; rows: readonly object[] }[]> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const all: { record: PersonalRecord; rows: readonly object[] }[] = [];
      for (const record of this.records.all()) {
        all.push({ record, rows: await record.export(personId, manager) });
      }
      return all;
    });
  }
}
