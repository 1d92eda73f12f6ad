import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** One kind of thing a feature holds of a person, and what becomes of it when the person leaves. */
export interface PersonalRecord {
  /** Stable key in the download: `proposals`. */
  readonly name: string;
  readonly title: string;
  /** What is held, in plain words: `The words of your proposals ...` */
  readonly holds: string;
  /** How long, as the person reads it. */
  readonly keptFor: string;
  /** What is erased when the person leaves; `null`: nothing of it. */
  readonly goes: string | null;
  /** What stays, and why; `null`: nothing of it. */
  readonly stays: string | null;
  /** Columns that say whom a row belongs to: `proposals.author_id`. A column nobody names fails a test. */
  readonly columns: readonly string[];
  /** The rows as the person may read them: nothing about anybody else, no secret. */
  readonly export: (personId: string, manager: EntityManager) => Promise<readonly object[]>;
  /** Erases what `goes`; runs in the transaction in which the person leaves. */
  readonly erase: (personId: string, manager: EntityManager, wishes: LeavingWishes) => Promise<void>;
}

/** What the law of the product leaves to the person. */
export interface LeavingWishes {
  /** Whether the words of comments stay, under the label "Former member". */
  readonly keepComments: boolean;
}

/** What all features hold of people. Each says its own part while it starts. */
@Injectable()
export class PersonalRecords {
  private readonly records = new Map<string, PersonalRecord>();

  /** @throws Error for a name that is taken */
  keep(record: PersonalRecord): void {
    if (this.records.has(record.name)) throw new Error(`two personal records are named ${record.name}`);
    this.records.set(record.name, record);
  }

  all(): readonly PersonalRecord[] {
    return [...this.records.values()];
  }
}
