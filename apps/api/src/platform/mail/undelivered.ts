import { Injectable } from '@nestjs/common';

/** Mails of one sort that did not get away. Whose they are and what they say is left out. */
export interface Undelivered {
  /** When each was first tried, and when it is tried next; `null`: it was given up. Oldest first. */
  readonly mails: readonly { readonly since: Date; readonly nextTryAt: Date | null }[];
}

/** Something that sends mails and can say which of them did not get away. */
export interface MailSource {
  /** What the mails are about, as the API names it. */
  readonly name: string;
  undelivered(): Promise<Undelivered>;
  /** Tries all of them anew. @returns how many */
  again(): Promise<number>;
}

/** Where whatever sends mails enters itself, so that none fails unseen. */
@Injectable()
export class MailSources {
  private readonly sources: MailSource[] = [];

  enter(source: MailSource): void {
    this.sources.push(source);
  }

  all(): readonly MailSource[] {
    return this.sources;
  }
}
