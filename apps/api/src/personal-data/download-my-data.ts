import { Injectable } from '@nestjs/common';

import { type CurrentUser, FreshProof, type Proof } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Clock } from '../platform/clock/index.js';
import { type Allowance, RateLimits } from '../platform/limits/index.js';
import { PersonalDataQueries } from './personal-data.queries.js';

const DOWNLOADING: Allowance = { name: 'personal-data', points: 5, seconds: 3600 };

/**
 * Makes the file while its owner waits and stores nothing: there is no link that could be passed on, stolen or
 * forgotten.
 */
@Injectable()
export class DownloadMyData {
  constructor(
    private readonly proof: FreshProof,
    private readonly limits: RateLimits,
    private readonly data: PersonalDataQueries,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** @returns JSON that a person can read too @throws WrongPassword | SecondFactorRequired | WrongCode | TooManyTries */
  async execute(user: CurrentUser, proof: Proof): Promise<string> {
    await this.proof.mustGive(user.id, proof);
    await this.limits.take(DOWNLOADING, user.id);
    const all = await this.data.everything(user.id);
    const madeAt = await this.clock.now();
    await this.audit.append({
      what: 'person.data-downloaded',
      actorId: user.id,
      subject: `person:${user.id}`,
    });
    return `${JSON.stringify({ about: about(madeAt), ...sections(all) }, null, 2)}\n`;
  }
}

function about(madeAt: Date): object {
  return {
    what: 'Everything Common Thread holds about you, one section for each kind of record.',
    madeAt: madeAt.toISOString(),
    notInHere:
      'How you voted: votes are kept apart from people and cannot be linked to you. Your password and your second factor: they are kept only in scrambled or sealed form.',
  };
}

function sections(all: Awaited<ReturnType<PersonalDataQueries['everything']>>): object {
  return Object.fromEntries(
    all.map(({ record: { name, title, holds, keptFor }, rows }) => [
      name,
      { title, holds, keptFor, records: rows },
    ]),
  );
}
