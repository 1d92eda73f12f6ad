import { ExplainOverspend1764011000000 } from './1764011000000-explain-overspend.js';
import { KeepAnAdministrator1764010600000 } from './1764010600000-keep-an-administrator.js';
import { CreatePlatform1764000000000 } from './1764000000000-create-platform.js';
import { CreatePlaces1764000001000 } from './1764000001000-create-places.js';
import { CreatePeople1764000002000 } from './1764000002000-create-people.js';
import { CreateMailLinks1764000002100 } from './1764000002100-create-mail-links.js';
import { CreateSecondFactors1764000002200 } from './1764000002200-create-second-factors.js';
import { CreatePostcodes1764000003000 } from './1764000003000-create-postcodes.js';
import { CreateRounds1764000004000 } from './1764000004000-create-rounds.js';
import { CreateProposals1764000005000 } from './1764000005000-create-proposals.js';
import { CreateIndicators1764000400000 } from './1764000400000-create-indicators.js';
import { MarkSelfSelectedSurveys1764000401000 } from './1764000401000-mark-self-selected-surveys.js';
import { CreateCounts1764000410000 } from './1764000410000-create-counts.js';
import { CreateImports1764000420000 } from './1764000420000-create-imports.js';
import { CreateDecisions1764000430000 } from './1764000430000-create-decisions.js';
import { CreateRoll1764000500000 } from './1764000500000-create-roll.js';
import { KeepRollCounts1764000501000 } from './1764000501000-keep-roll-counts.js';
import { CreateVoting1764000600000 } from './1764000600000-create-voting.js';
import { CreateOutbox1764000700000 } from './1764000700000-create-outbox.js';
import { CreatePrintedSheets1764000800000 } from './1764000800000-create-printed-sheets.js';
import { AnnouncePaperSample1764000801000 } from './1764000801000-announce-paper-sample.js';
import { KeepExportDigests1764000802000 } from './1764000802000-keep-export-digests.js';
import { SplitRoles1764000810000 } from './1764000810000-split-roles.js';
import { CreateReviews1764000900000 } from './1764000900000-create-reviews.js';
import { CreateAttachments1764001000000 } from './1764001000000-create-attachments.js';
import { CreateDeliveries1764001010000 } from './1764001010000-create-deliveries.js';
import { CreateContributions1764001200000 } from './1764001200000-create-contributions.js';
import { CreateNotices1764001210000 } from './1764001210000-create-notices.js';
import { KeyMails1764001220000 } from './1764001220000-key-mails.js';
import { CreateSpoken1764001230000 } from './1764001230000-create-spoken.js';
import { LetPeopleLeave1764001400000 } from './1764001400000-let-people-leave.js';
import { CreateVotingSteps1764000811000 } from './1764000811000-create-voting-steps.js';
import { CreateModeration1764001410000 } from './1764001410000-create-moderation.js';
import { KeepRetentionRuns1764001420000 } from './1764001420000-keep-retention-runs.js';
import { FindSimilarProposals1764001600000 } from './1764001600000-find-similar-proposals.js';
import { ShareProposals1764001610000 } from './1764001610000-share-proposals.js';
import { SuggestMerging1764001620000 } from './1764001620000-suggest-merging.js';
import { NoteCoauthors1764001910000 } from './1764001910000-note-coauthors.js';
import { SayWhatIsShown1764002100000 } from './1764002100000-say-what-is-shown.js';
import { StirRolls1764002000000 } from './1764002000000-stir-rolls.js';
import { PublishOutcomes1764002200000 } from './1764002200000-publish-outcomes.js';
import { NoteEncodings1764010300000 } from './1764010300000-note-encodings.js';
import { TakeBackVoters1764010300100 } from './1764010300100-take-back-voters.js';
import { KeepCallsOnce1764010300200 } from './1764010300200-keep-calls-once.js';
import { WithdrawInParts1764010300300 } from './1764010300300-withdraw-in-parts.js';
import { MarkInventedPostcodes1764010500000 } from './1764010500000-mark-invented-postcodes.js';
import { SayWhatIsLeft1764010150000 } from './1764010150000-say-what-is-left.js';

/** In the order they run. After a release only forwards. */
export const migrations = [
  CreatePlatform1764000000000,
  CreatePlaces1764000001000,
  CreatePeople1764000002000,
  CreateMailLinks1764000002100,
  CreateSecondFactors1764000002200,
  CreatePostcodes1764000003000,
  CreateRounds1764000004000,
  CreateProposals1764000005000,
  CreateIndicators1764000400000,
  MarkSelfSelectedSurveys1764000401000,
  CreateCounts1764000410000,
  CreateImports1764000420000,
  CreateDecisions1764000430000,
  CreateRoll1764000500000,
  KeepRollCounts1764000501000,
  CreateVoting1764000600000,
  CreateOutbox1764000700000,
  CreatePrintedSheets1764000800000,
  AnnouncePaperSample1764000801000,
  KeepExportDigests1764000802000,
  SplitRoles1764000810000,
  CreateReviews1764000900000,
  CreateAttachments1764001000000,
  CreateDeliveries1764001010000,
  CreateContributions1764001200000,
  CreateNotices1764001210000,
  KeyMails1764001220000,
  CreateSpoken1764001230000,
  LetPeopleLeave1764001400000,
  CreateVotingSteps1764000811000,
  CreateModeration1764001410000,
  KeepRetentionRuns1764001420000,
  FindSimilarProposals1764001600000,
  ShareProposals1764001610000,
  SuggestMerging1764001620000,
  NoteCoauthors1764001910000,
  StirRolls1764002000000,
  SayWhatIsShown1764002100000,
  PublishOutcomes1764002200000,
  NoteEncodings1764010300000,
  TakeBackVoters1764010300100,
  KeepCallsOnce1764010300200,
  WithdrawInParts1764010300300,
  MarkInventedPostcodes1764010500000,
  SayWhatIsLeft1764010150000,
  KeepAnAdministrator1764010600000,
  ExplainOverspend1764011000000,
];
