import { Injectable, type OnModuleInit } from '@nestjs/common';

import { actsOnRecord, PersonalRecords } from '../platform/personal-records/index.js';
import { AuthorRepository } from './author.repository.js';

/** What proposals hold of the people who wrote, supported and commented. */
@Injectable()
export class ProposalRecords implements OnModuleInit {
  constructor(
    private readonly records: PersonalRecords,
    private readonly authors: AuthorRepository,
  ) {}

  onModuleInit(): void {
    this.records.keep({
      name: 'proposals',
      title: 'Proposals you wrote',
      holds: 'The words, place and estimate of each proposal, with its history.',
      keptFor: 'Drafts until you delete them. What was submitted is part of the public record.',
      goes: 'Drafts nobody else has seen, and your name on the others.',
      stays:
        'Submitted proposals, by “Former member”: others have supported, discussed and perhaps decided on them. Withdraw a proposal first if you do not want it to go on.',
      columns: ['proposals.author_id'],
      export: (personId, manager) => this.authors.proposals(personId, manager),
      erase: (personId, manager) => this.authors.leaveProposals(personId, manager),
    });
    this.records.keep({
      name: 'supports',
      title: 'Proposals you support or follow',
      holds: 'Which proposals you support or follow, and since when.',
      keptFor: 'Until you take it back or delete your account.',
      goes: 'All of it. Where support can still be given the number falls by one.',
      stays: 'Numbers of support that are already part of a decided round, without your name.',
      columns: ['proposal_supports.person_id', 'proposal_follows.person_id'],
      export: (personId, manager) => this.authors.supports(personId, manager),
      erase: (personId, manager) => this.authors.leaveSupports(personId, manager),
    });
    this.records.keep({
      name: 'comments',
      title: 'Comments you wrote',
      holds: 'The words of each comment, where and when you wrote it.',
      keptFor: 'Until you withdraw them or delete your account.',
      goes: 'Your name, and the words unless you choose that they stay.',
      stays: 'The place of each comment, so that answers to it keep their sense.',
      columns: ['proposal_comments.author_id'],
      export: (personId, manager) => this.authors.comments(personId, manager),
      erase: (personId, manager, { keepComments }) =>
        this.authors.leaveComments(personId, keepComments, manager),
    });
    this.records.keep(
      actsOnRecord(
        'proposal-acts',
        'Steps you took with proposals',
        'Which steps in the history of a proposal were yours.',
        ['proposal_events.actor_id'],
        `SELECT proposal_number AS proposal, at, what FROM proposal_events WHERE actor_id = $1 ORDER BY id`,
      ),
    );
  }
}
