import { Module } from '@nestjs/common';

import { AttachmentsModule } from '../attachments/index.js';
import { IdentityModule } from '../identity/index.js';
import { PlacesModule } from '../places/index.js';
import { RoundsModule } from '../rounds/index.js';
import { AcceptedProposals } from './accepted-proposals.js';
import { AuthorsController } from './authors/authors.controller.js';
import { AuthorsQueries } from './authors/authors.queries.js';
import { AuthorsRepository } from './authors/authors.repository.js';
import { InviteAuthor } from './authors/invite-author.js';
import { JoinAuthors } from './authors/join-authors.js';
import { SharedRecords } from './authors/shared-records.js';
import { LeaveAuthors } from './authors/leave-authors.js';
import { AnswerSuggestion } from './merging/answer-suggestion.js';
import { ConsentMails } from './merging/consent-mails.js';
import { JoiningRepository } from './merging/joining.repository.js';
import { SettleDueSuggestions } from './merging/settle-due-suggestions.js';
import { SettleSuggestion } from './merging/settle-suggestion.js';
import { SuggestChange } from './merging/suggest-change.js';
import { SuggestionsController } from './merging/suggestions.controller.js';
import { SuggestionsQueries } from './merging/suggestions.queries.js';
import { SuggestionsRepository } from './merging/suggestions.repository.js';
import { UndoMerge } from './merging/undo-merge.js';
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
import { SimilarController } from './similar/similar.controller.js';
import { SimilarProposals } from './similar/similar-proposals.js';
import { SimilarRepository } from './similar/similar.repository.js';
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
  controllers: [
    SimilarController,
    ProposalsController,
    ProposalActsController,
    AuthorsController,
    SuggestionsController,
    ContributionsController,
  ],
  providers: [
    AuthorRepository,
    AuthorRules,
    Posts,
    ProposalRecords,
    AcceptedProposals,
    AnswerSuggestion,
    ConsentMails,
    JoiningRepository,
    SettleDueSuggestions,
    SettleSuggestion,
    SuggestChange,
    SuggestionsQueries,
    SuggestionsRepository,
    UndoMerge,
    AuthorsQueries,
    AuthorsRepository,
    InviteAuthor,
    JoinAuthors,
    LeaveAuthors,
    SharedRecords,
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
    SimilarProposals,
    SimilarRepository,
    StartProposal,
    SubmitProposal,
    SupportProposal,
    WithdrawComment,
    WithdrawProposal,
    WriteProposal,
  ],
  exports: [
    BallotProjects,
    ProposalNames,
    ProposalsUnderReview,
    RecordOutcomes,
    RegisterImportedProposals,
    FundedProposals,
    Posts,
  ],
})
export class ProposalsModule {}
