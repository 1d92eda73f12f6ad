import { Module } from '@nestjs/common';

import { AttachmentsModule } from '../attachments/index.js';
import { IdentityModule } from '../identity/index.js';
import { PlacesModule } from '../places/index.js';
import { ProposalsModule } from '../proposals/index.js';
import { RoundsModule } from '../rounds/index.js';
import { BeginDelivery } from './begin-delivery.js';
import { DeliveryActs } from './delivery-acts.js';
import { DeliveryActsController } from './delivery-acts.controller.js';
import { DeliveryController } from './delivery.controller.js';
import { DeliveryQueries } from './delivery.queries.js';
import { DeliveryRepository } from './delivery.repository.js';
import { EndDelivery } from './end-delivery.js';
import { EnterSpend } from './enter-spend.js';
import { MilestonesRepository } from './milestones.repository.js';
import { MoveMilestone } from './move-milestone.js';
import { PlanMilestone } from './plan-milestone.js';
import { SpendRepository } from './spend.repository.js';
import { TellUpdate } from './tell-update.js';
import { UpdateAttachments } from './update-attachments.js';

@Module({
  imports: [AttachmentsModule, IdentityModule, PlacesModule, ProposalsModule, RoundsModule],
  controllers: [DeliveryController, DeliveryActsController],
  providers: [
    BeginDelivery,
    DeliveryActs,
    DeliveryQueries,
    DeliveryRepository,
    EndDelivery,
    EnterSpend,
    MilestonesRepository,
    MoveMilestone,
    PlanMilestone,
    SpendRepository,
    TellUpdate,
    UpdateAttachments,
  ],
})
export class DeliveryModule {}
