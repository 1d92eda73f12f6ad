import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../../identity/index.js';
import { NoLetter } from '../decisions.errors.js';
import { LettersRepository, type SentLetter } from './letters.repository.js';

@Injectable()
export class LettersQueries {
  constructor(
    private readonly authority: Authority,
    private readonly letters: LettersRepository,
  ) {}

  /** As it was sent, for its authors and the officers of the place. @throws NoLetter for everybody else too */
  async about(user: CurrentUser, proposalNumber: number): Promise<SentLetter> {
    const sent = await this.letters.about(proposalNumber);
    if (!sent) throw new NoLetter();
    const mayRead =
      (await this.letters.isAuthor(proposalNumber, user.id)) ||
      (await this.authority.holds(user, ['officer', 'auditor'], sent.placeId));
    if (!mayRead) throw new NoLetter();
    return sent;
  }
}
