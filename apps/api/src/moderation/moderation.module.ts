import { Module } from '@nestjs/common';

import { IdentityModule } from '../identity/index.js';
import { PlacesModule } from '../places/index.js';
import { ProposalsModule } from '../proposals/index.js';
import { AnswerAppeal } from './answer-appeal.js';
import { AppealCase, SendChange } from './appeal-case.js';
import { CaseActs } from './case-acts.js';
import { CasesController } from './cases.controller.js';
import { CasesQueries } from './cases.queries.js';
import { CasesRepository } from './cases.repository.js';
import { DecideCase } from './decide-case.js';
import { ModerationMails } from './moderation-mails.js';
import { ModerationRecords } from './moderation-records.js';
import { ModerationRetention } from './moderation-retention.js';
import { OpenWaitingCases } from './open-waiting-cases.js';
import { ReportsController } from './reports.controller.js';
import { ReportsRepository } from './reports.repository.js';
import { SendReport } from './send-report.js';
import { Challenges } from './work/challenges.js';
import { ReportDoor } from './work/report-door.js';

/** Readers report, moderators decide with reasons, authors appeal, everybody can read how it went. */
@Module({
  imports: [IdentityModule, PlacesModule, ProposalsModule],
  controllers: [ReportsController, CasesController],
  providers: [
    AnswerAppeal,
    AppealCase,
    CaseActs,
    CasesQueries,
    CasesRepository,
    Challenges,
    DecideCase,
    ModerationMails,
    ModerationRecords,
    ModerationRetention,
    OpenWaitingCases,
    ReportDoor,
    ReportsRepository,
    SendChange,
    SendReport,
  ],
})
export class ModerationModule {}
