import { type DynamicModule, Module } from '@nestjs/common';

import { AttachmentsModule } from './attachments/index.js';
import { ContributionsModule } from './contributions/index.js';
import { CountsModule } from './counts/index.js';
import { DecisionsModule } from './decisions/index.js';
import { DeliveryModule } from './delivery/index.js';
import { IdentityModule } from './identity/index.js';
import { ImportsModule } from './imports/index.js';
import { IndicatorsModule } from './indicators/index.js';
import { MailboxModule } from './mailbox/index.js';
import { ModerationModule } from './moderation/index.js';
import { NoticesModule } from './notices/index.js';
import { OutcomesModule } from './outcomes/index.js';
import { OpenDataModule } from './open-data/index.js';
import { PersonalDataModule } from './personal-data/index.js';
import type { Config } from './platform/config/index.js';
import { PlacesModule } from './places/index.js';
import { PlatformModule } from './platform/platform.module.js';
import { ProposalsModule } from './proposals/index.js';
import { ReviewsModule } from './reviews/index.js';
import { RollModule } from './roll/index.js';
import { RoundsModule } from './rounds/index.js';
import { VotingModule } from './voting/index.js';

const features = [
  IdentityModule,
  MailboxModule,
  PlacesModule,
  AttachmentsModule,
  RoundsModule,
  RollModule,
  ProposalsModule,
  ReviewsModule,
  IndicatorsModule,
  CountsModule,
  ImportsModule,
  DecisionsModule,
  VotingModule,
  DeliveryModule,
  ContributionsModule,
  NoticesModule,
  OutcomesModule,
  OpenDataModule,
  ModerationModule,
  PersonalDataModule,
];

/** The roof: the only file that knows every feature. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config), ...features] };
  }
}
