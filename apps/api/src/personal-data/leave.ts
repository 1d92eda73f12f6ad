import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type CurrentUser, Departures, FreshProof, type Proof } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Mailer } from '../platform/mail/index.js';
import { type LeavingWishes, PersonalRecords } from '../platform/personal-records/index.js';

/** Somebody deletes their account: every feature erases its part, all of them or none. */
@Injectable()
export class Leave {
  private readonly log = new Logger('personal-data');

  constructor(
    private readonly database: DataSource,
    private readonly proof: FreshProof,
    private readonly departures: Departures,
    private readonly records: PersonalRecords,
    private readonly audit: AuditLog,
    private readonly mailer: Mailer,
  ) {}

  /** @throws WrongPassword | SecondFactorRequired | WrongCode | TooManySignInTries | LastAdministrator */
  async execute({ id }: CurrentUser, proof: Proof, wishes: LeavingWishes): Promise<void> {
    await this.proof.mustGive(id, proof);
    const address = await this.database.transaction(async (manager) => {
      const email = await this.departures.begin(id, manager);
      if (email === null) return null;
      // The account last: the others may still need to know whose things they are.
      for (const record of this.records.all().toReversed()) await record.erase(id, manager, wishes);
      await this.audit.append({ what: 'person.left', actorId: id, subject: `person:${id}` }, manager);
      return email;
    });
    if (address !== null) await this.sayGoodbye(address);
  }

  /** Straight away and once: a queue would have to keep the address. */
  private async sayGoodbye(to: string): Promise<void> {
    const text = [
      'Your account with Common Thread has been deleted, as you asked.',
      'Your name, your e-mail address and your date of birth are gone, and every device is signed out.',
      'Proposals you submitted stay on the public record without your name. Votes you cast stay in the count: they were never linked to you.',
      'You can register again at any time. This is the last mail you get from us.',
    ].join('\n\n');
    try {
      await this.mailer.send({ to, subject: 'Your account has been deleted', text: `${text}\n` });
    } catch {
      this.log.warn('a last mail to somebody who left could not be sent');
    }
  }
}
