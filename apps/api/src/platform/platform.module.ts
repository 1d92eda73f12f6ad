import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';

import { AuditLog, AuditReading, AuditRecords } from './audit/index.js';
import { Clock, TrueClock } from './clock/index.js';
import { type Config, CONFIG } from './config/index.js';
import { DatabaseModule } from './database/index.js';
import { Outbox } from './events/index.js';
import { HealthController } from './health/index.js';
import { Jobs } from './jobs/index.js';
import { RateLimits } from './limits/index.js';
import { OnceCalls, OnceInterceptor, OnceRecords } from './once/index.js';
import { PlatformRetention, Retention } from './retention/index.js';
import { Mailer, MailSources } from './mail/index.js';
import { PersonalRecords } from './personal-records/index.js';

/** The ground floor: what every feature stands on. Knows no feature. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    const services = [
      AuditLog,
      AuditReading,
      Clock,
      Jobs,
      Mailer,
      MailSources,
      Outbox,
      PersonalRecords,
      RateLimits,
      Retention,
    ];
    return {
      module: PlatformModule,
      imports: [DatabaseModule.with(config)],
      controllers: [HealthController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: APP_INTERCEPTOR, useClass: OnceInterceptor },
        AuditRecords,
        OnceCalls,
        OnceRecords,
        PlatformRetention,
        TrueClock,
        ...services,
      ],
      exports: [CONFIG, ...services],
    };
  }
}
