import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { CurrentUser } from '../identity/index.js';
import { Places } from '../places/index.js';
import { AuthorRules } from './author-rules.js';
import type { WriteProposalDto } from './dto/write-proposal.dto.js';
import { ProposalActs } from './proposal-acts.js';
import { EDITABLE } from './proposal-states.js';
import type { Proposal, ProposalText } from './proposal.js';
import { ProposalChangedElsewhere, ProposalFieldInvalid, ProposalNotEditable } from './proposals.errors.js';
import { ProposalsRepository } from './proposals.repository.js';
import { mustTake } from './round-takes.js';

/** Saves what the author has typed so far; complete it need not be. */
@Injectable()
export class WriteProposal {
  constructor(
    private readonly acts: ProposalActs,
    private readonly places: Places,
    private readonly proposals: ProposalsRepository,
    private readonly rules: AuthorRules,
  ) {}

  /**
   * @throws ProposalUnknown | ProposalNotYours | ProposalChangedElsewhere | ProposalNotEditable
   * @throws RoundNotTakingIdeas | PlaceUnknown | ProposalFieldInvalid
   */
  async execute(user: CurrentUser, number: number, sent: WriteProposalDto): Promise<void> {
    await this.acts.ofAuthor(number, user);
    const placeId = sent.placeSlug === undefined ? undefined : (await this.places.bySlug(sent.placeSlug)).id;

    await this.acts.hold(number, async ({ proposal, round, manager }) => {
      if (!EDITABLE.has(proposal.state)) throw new ProposalNotEditable(proposal.state);
      if (proposal.version !== sent.version) throw new ProposalChangedElsewhere(proposal.version);
      mustTake(round, proposal);
      if (placeId !== undefined && !(await this.places.isWithin(placeId, round.placeId, manager))) {
        throw new ProposalFieldInvalid(
          'proposal.place-outside',
          'placeSlug',
          'Choose a place within the place of the round.',
        );
      }
      const text = merged(proposal, sent, placeId);
      if (sent.latitude !== undefined || sent.longitude !== undefined) {
        await this.mustLieHere(text, round.placeId, manager);
      }
      // What was public stays public while it is changed, but for words that a moderator is to read first.
      if (proposal.submittedAt) {
        const { title, summary, body } = text;
        const { waits } = await this.rules.checkChange(user.id, { title, summary, body });
        if (waits) await this.proposals.letWait(number, manager);
      }
      await this.proposals.write(number, text, manager);
    });
  }

  private async mustLieHere(
    { latitude, longitude }: ProposalText,
    placeId: string,
    manager: EntityManager,
  ): Promise<void> {
    if (latitude === null || longitude === null) return;
    const found = await this.places.misplaced(placeId, { latitude, longitude }, manager);
    if (found) throw misplacedError(found.why, found.name);
  }
}

/** One point far away would shrink the map of a whole round to dots. */
function misplacedError(why: 'swapped' | 'outside', name: string): ProposalFieldInvalid {
  return why === 'swapped'
    ? new ProposalFieldInvalid(
        'proposal.location-swapped',
        'latitude',
        `Latitude and longitude are the wrong way round: the other way the point is in ${name}.`,
      )
    : new ProposalFieldInvalid(
        'proposal.location-outside',
        'latitude',
        `The point on the map is not in ${name}. Put the pin where it would be, or take it away.`,
      );
}

/** What was sent over what was there. `null` takes a value away. */
function merged(before: Proposal, sent: WriteProposalDto, placeId: string | undefined): ProposalText {
  const kept = <Value>(value: Value | undefined, old: Value): Value => (value === undefined ? old : value);
  const text = {
    title: kept(sent.title?.trim(), before.title),
    summary: kept(sent.summary?.trim(), before.summary),
    body: kept(sent.body, before.body),
    category: kept(sent.category === undefined ? undefined : sent.category?.trim() || null, before.category),
    estimatePence: kept(sent.estimatePence, before.estimatePence),
    placeId: placeId ?? before.placeId,
    latitude: kept(sent.latitude, before.latitude),
    longitude: kept(sent.longitude, before.longitude),
  };
  if ((text.latitude === null) !== (text.longitude === null)) {
    throw new ProposalFieldInvalid(
      'proposal.location-half',
      text.latitude === null ? 'latitude' : 'longitude',
      'A point on the map needs both its latitude and its longitude.',
    );
  }
  return text;
}
