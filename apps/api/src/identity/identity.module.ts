import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';

import { PersonLabels } from './people/person-labels.js';
import { Authority } from './roles/authority.js';
import { AccessTokens } from './sessions/access-tokens.js';
import { JwtStrategy } from './sessions/jwt.strategy.js';
import { SessionsRepository } from './sessions/sessions.repository.js';

@Module({
  imports: [JwtModule.register({}), PassportModule],
  providers: [AccessTokens, Authority, JwtStrategy, PersonLabels, SessionsRepository],
  exports: [Authority, PersonLabels],
})
export class IdentityModule {}
