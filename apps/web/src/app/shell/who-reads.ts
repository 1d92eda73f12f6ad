import { inject, Injectable } from '@angular/core';
import { Session } from './session/session.js';

/**
 * Who will read what somebody is about to write, and under which name: one answer for every form. What young members
 * write is read by a moderator first, and never stands beside the name they chose.
 */
@Injectable({ providedIn: 'root' })
export class WhoReads {
  private readonly session = inject(Session);

  readonly young = (): boolean => this.session.me()?.youngMember ?? false;

  /** Of a comment or another short text. */
  post(): string {
    return this.young()
      ? $localize`A moderator reads it first. Then everybody can read it, as by “Young member”, never with your name.`
      : $localize`Everybody can read it, with the name you chose to show.`;
  }

  proposal(): string {
    return this.young()
      ? $localize`When you send it in, a moderator reads it first. Then everybody can read it, as by “Young member”, never with your name.`
      : $localize`When you send it in, everybody can read it, with the name you chose to show.`;
  }
}
