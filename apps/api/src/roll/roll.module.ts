import { Module } from '@nestjs/common';

import { IdentityModule } from '../identity/index.js';
import { PlacesModule } from '../places/index.js';
import { RoundsModule } from '../rounds/index.js';
import { AskForRoll } from './claims/ask-for-roll.js';
import { ClaimsQueries } from './claims/claims.queries.js';
import { ClaimsRepository } from './claims/claims.repository.js';
import { DecideClaim } from './claims/decide-claim.js';
import { EnterLetterCode } from './claims/enter-letter-code.js';
import { SendLetter } from './claims/send-letter.js';
import { ElectorIntake } from './electors/elector-intake.js';
import { ElectorsRepository } from './electors/electors.repository.js';
import { DestroyIssuerKeys } from './upkeep/destroy-issuer-keys.js';
import { DestroySpentRolls } from './upkeep/destroy-spent-rolls.js';
import { FreezeDueRolls } from './upkeep/freeze-due-rolls.js';
import { RollJobs } from './upkeep/roll-jobs.js';
import { SpentRollsRepository } from './upkeep/spent-rolls.repository.js';
import { StoreLines } from './uploads/store-lines.js';
import { UploadElectors } from './uploads/upload-electors.js';
import { UploadsRepository } from './uploads/uploads.repository.js';
import { AskWithdrawal } from './withdrawals/ask-withdrawal.js';
import { DecideWithdrawal } from './withdrawals/decide-withdrawal.js';
import { WithdrawalsQueries } from './withdrawals/withdrawals.queries.js';
import { WithdrawalsRepository } from './withdrawals/withdrawals.repository.js';
import { WithdrawalsController } from './withdrawals.controller.js';
import { FindElector } from './paper/find-elector.js';
import { IssuePaper } from './paper/issue-paper.js';
import { PassController } from './pass.controller.js';
import { FreezeRoll } from './passes/freeze-roll.js';
import { FrozenRepository } from './passes/frozen.repository.js';
import { IssuePass } from './passes/issue-pass.js';
import { IssuerDatabase } from './passes/issuer-database.js';
import { IssuerRepository } from './passes/issuer.repository.js';
import { IssuerKeysRepository } from './passes/issuer-keys.repository.js';
import { IssuerKeys } from './passes/issuer-keys.js';
import { NoticesRepository } from './passes/notices.repository.js';
import { ParticipationRepository } from './passes/participation.repository.js';
import { PublicKeys } from './passes/public-keys.js';
import { ReissuePass } from './passes/reissue-pass.js';
import { ReissuesQueries } from './passes/reissues.queries.js';
import { ReissuesRepository } from './passes/reissues.repository.js';
import { SendNotices } from './passes/send-notices.js';
import { PollingController } from './polling.controller.js';
import { RollRounds } from './roll-rounds.js';
import { RollController } from './roll.controller.js';
import { Roll } from './roll.js';
import { TurnoutController } from './turnout.controller.js';
import { TurnoutQueries } from './turnout/turnout.queries.js';
import { TurnoutRepository } from './turnout/turnout.repository.js';
import { RollRecords } from './roll-records.js';

const useCases = [
  AskForRoll,
  AskWithdrawal,
  DecideClaim,
  DecideWithdrawal,
  DestroyIssuerKeys,
  DestroySpentRolls,
  EnterLetterCode,
  FindElector,
  FreezeDueRolls,
  FreezeRoll,
  IssuePaper,
  IssuePass,
  ReissuePass,
  RollJobs,
  SendLetter,
  SendNotices,
  StoreLines,
  UploadElectors,
];
const keeping = [
  ClaimsQueries,
  ClaimsRepository,
  ElectorsRepository,
  FrozenRepository,
  IssuerDatabase,
  IssuerKeysRepository,
  IssuerRepository,
  NoticesRepository,
  ParticipationRepository,
  ReissuesQueries,
  ReissuesRepository,
  SpentRollsRepository,
  TurnoutQueries,
  TurnoutRepository,
  UploadsRepository,
  WithdrawalsQueries,
  WithdrawalsRepository,
];
const tools = [RollRecords, ElectorIntake, IssuerKeys, PublicKeys, RollRounds];

/** Who may vote and who holds a pass. Knows nothing of ballots. */
@Module({
  imports: [IdentityModule, PlacesModule, RoundsModule],
  controllers: [PassController, PollingController, RollController, TurnoutController, WithdrawalsController],
  providers: [...useCases, ...keeping, ...tools, Roll],
  exports: [Roll],
})
export class RollModule {}
