import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common';

import { CastBallot, CastController, CastingModule } from './casting/index.js';
import { LogController, LogKey, LogModule, LogQueries, OpenElection } from './log/index.js';
import {
  DeclareBatch,
  KeySheets,
  PaperController,
  PaperModule,
  PaperRepository,
  SampleController,
  SampleSheets,
  SealBatch,
  SettleDifferences,
  WithdrawSheet,
} from './paper/index.js';
import { CONFIG, type Config } from './platform/config/index.js';
import { CastDatabase, DatabaseModule } from './platform/database/index.js';
import { HealthController } from './platform/health/index.js';
import {
  AdminController,
  CloseVoting,
  ElectionsController,
  ElectionsQueries,
  ExportQueries,
  FinishElection,
  PublishModule,
} from './publish/index.js';

@Module({})
class ConfigModule {
  static with(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}

/** Everything the urn does, without a door. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(config),
        LogModule,
        CastingModule,
        PaperModule,
        PublishModule,
      ],
    };
  }
}

/** A listener of its own: it serves these controllers and can reach these services of the urn, nothing else. */
@Module({})
class DoorModule {
  static with(urn: INestApplicationContext, controllers: Type[], services: Type[]): DynamicModule {
    const providers = services.map((service) => ({
      provide: service,
      useValue: urn.get(service, { strict: false }),
    }));
    return { module: DoorModule, controllers, providers };
  }
}

/** What anybody may do. */
export const publicDoor = (urn: INestApplicationContext): DynamicModule =>
  DoorModule.with(
    urn,
    [CastController, LogController, ElectionsController, SampleController, HealthController],
    [CastBallot, LogQueries, ElectionsQueries, ExportQueries, SampleSheets, CastDatabase],
  );

/** What the back office may do, on an address that is not public. */
export const adminDoor = (urn: INestApplicationContext): DynamicModule =>
  DoorModule.with(
    urn,
    [AdminController, PaperController],
    [
      ...[LogKey, OpenElection, CloseVoting, FinishElection, ElectionsQueries, ExportQueries],
      ...[DeclareBatch, KeySheets, PaperRepository, SampleSheets, SealBatch, SettleDifferences],
      WithdrawSheet,
    ],
  );
