import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PaperVoter {
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly postcode: string;
  readonly house: string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Invented people without an account, who vote on paper. */
export function paperVoters(count: number): PaperVoter[] {
  return Array.from({ length: count }, (_, n) => ({
    fullName: `Invented Voter ${LETTERS[Math.floor(n / 26)]}${LETTERS[n % 26]}`,
    dateOfBirth: `19${60 + (n % 40)}-0${1 + (n % 9)}-1${n % 10}`,
    postcode: 'ST3 5DC',
    house: `${500 + n}`,
  }));
}

/** A council's file of them. @returns its path */
export function votersFile(name: string, voters: readonly PaperVoter[]): string {
  const lines = voters.map(({ fullName, dateOfBirth, postcode, house }) =>
    [fullName, dateOfBirth, postcode, house].join(','),
  );
  const path = join(mkdtempSync(join(tmpdir(), 'commonthread-voters-')), name);
  writeFileSync(path, ['full_name,date_of_birth,postcode,house', ...lines].join('\n'));
  return path;
}
