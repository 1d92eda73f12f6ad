import { Module } from '@nestjs/common';

import { AttachmentsModule } from '../attachments/index.js';
import { IdentityModule } from '../identity/index.js';
import { PlacesModule } from '../places/index.js';
import { RoundsModule } from '../rounds/index.js';
import { AcceptedProposals } from './accepted-proposals.js';
import { BallotProjects } from './ballot-projects.js';
import { CommentOnProposal } from './comment-on-proposal.js';
import { ContributionsController } from './contributions.controller.js';
import { ContributionsRepository } from './contributions.repository.js';
import { FollowProposal } from './follow-proposal.js';
import { FundedProposals } from './funded-proposals.js';
import { PaperRepository } from './paper.repository.js';
import { ProposalActs } from './proposal-acts.js';
import { ProposalActsController } from './proposal-acts.controller.js';
import { ProposalAttachments } from './proposal-attachments.js';
import { ProposalListQueries } from './proposal-list.queries.js';
import { ProposalListRepository } from './proposal-list.repository.js';
import { ProposalNames } from './proposal-names.js';
import { ProposalsUnderReview } from './proposals-under-review.js';
import { ProposalsController } from './proposals.controller.js';
import { ProposalsQueries } from './proposals.queries.js';
import { ProposalsRepository } from './proposals.repository.js';
import { RecordOutcomes } from './record-outcomes.js';
import { RegisterImportedProposals } from './register-imported-proposals.js';
import { StartProposal } from './start-proposal.js';
import { SubmitProposal } from './submit-proposal.js';
import { SupportProposal } from './support-proposal.js';
import { WithdrawComment } from './withdraw-comment.js';
import { WithdrawProposal } from './withdraw-proposal.js';
import { WriteProposal } from './write-proposal.js';
import { AuthorRules } from './author-rules.js';
import { AuthorRepository } from './author.repository.js';
import { Posts } from './posts.js';
import { ProposalRecords } from './proposal-records.js';

@Module({
  imports: [AttachmentsModule, IdentityModule, PlacesModule, RoundsModule],
  controllers: [ProposalsController, ProposalActsController, ContributionsController],
  providers: [
    AuthorRepository,
    AuthorRules,
    Posts,
    ProposalRecords,
    AcceptedProposals,
    BallotProjects,
    CommentOnProposal,
    ContributionsRepository,
    FollowProposal,
    FundedProposals,
    PaperRepository,
    ProposalActs,
    ProposalAttachments,
    ProposalListQueries,
    ProposalListRepository,
    ProposalNames,
    ProposalsQueries,
    ProposalsRepository,
    ProposalsUnderReview,
    RecordOutcomes,
    RegisterImportedProposals,
    StartProposal,
    SubmitProposal,
    SupportProposal,
    WithdrawComment,
    WithdrawProposal,
    WriteProposal,
  ],
  exports: [BallotProjects, ProposalNames, ProposalsUnderReview, RecordOutcomes, RegisterImportedProposals, FundedProposals, Posts],
})
export class ProposalsModule {}
