import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';

import { AccountsController } from './accounts/accounts.controller.js';
import { ConfirmEmail } from './accounts/confirm-email.js';
import { Register } from './accounts/register.js';
import { RequestReset } from './accounts/request-reset.js';
import { ResetPassword } from './accounts/reset-password.js';
import { DemoAccounts } from './demo/demo-accounts.js';
import { NoDemoInProduction } from './demo/no-demo-in-production.js';
import { IdentityLimits } from './identity-limits.js';
import { IdentityMails } from './mails/identity-mails.js';
import { MailLinksRepository } from './mails/mail-links.repository.js';
import { ChangeMe } from './me/change-me.js';
import { MeController } from './me/me.controller.js';
import { MeQueries } from './me/me.queries.js';
import { SessionAnswer } from './me/session-answer.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { AccountRecords } from './people/account-records.js';
import { AccountRetention } from './people/account-retention.js';
import { DepartureRepository } from './people/departure.repository.js';
import { Departures } from './people/departures.js';
import { PeopleRepository } from './people/people.repository.js';
import { PersonDetails } from './people/person-details.js';
import { PersonFacts } from './people/person-facts.js';
import { PersonLabels } from './people/person-labels.js';
import { Authority } from './roles/authority.js';
import { FirstAdministrator } from './roles/first-administrator.js';
import { GrantRole } from './roles/grant-role.js';
import { RevokeRole } from './roles/revoke-role.js';
import { RolesController } from './roles/roles.controller.js';
import { RolesQueries } from './roles/roles.queries.js';
import { RolesRepository } from './roles/roles.repository.js';
import { CodeCheck } from './second-factor/code-check.js';
import { ConfirmSecondFactor } from './second-factor/confirm-second-factor.js';
import { SecondFactorCheck } from './second-factor/second-factor-check.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorsRepository } from './second-factor/second-factors.repository.js';
import { StartSecondFactor } from './second-factor/start-second-factor.js';
import { AccessTokens } from './sessions/access-tokens.js';
import { JwtStrategy } from './sessions/jwt.strategy.js';
import { RefreshCookie } from './sessions/refresh-cookie.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { FreshProof } from './sign-in/fresh-proof.js';
import { RefreshSession } from './sign-in/refresh-session.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignIn } from './sign-in/sign-in.js';
import { SignOutEverywhere } from './sign-in/sign-out-everywhere.js';
import { SignOut } from './sign-in/sign-out.js';

const useCases = [
  ChangeMe,
  ConfirmEmail,
  ConfirmSecondFactor,
  FirstAdministrator,
  GrantRole,
  RefreshSession,
  Register,
  RequestReset,
  ResetPassword,
  RevokeRole,
  SignIn,
  SignOut,
  SignOutEverywhere,
  StartSecondFactor,
];
const keeping = [
  DepartureRepository,
  MailLinksRepository,
  MeQueries,
  PeopleRepository,
  RolesQueries,
  RolesRepository,
  SecondFactorsRepository,
  SessionsRepository,
];
const tools = [
  AccountRecords,
  AccountRetention,
  AccessTokens,
  CodeCheck,
  IdentityLimits,
  IdentityMails,
  JwtStrategy,
  NoDemoInProduction,
  PasswordHasher,
  PersonDetails,
  RefreshCookie,
  SecondFactorCheck,
  SessionAnswer,
];
const offered = [Authority, DemoAccounts, Departures, FreshProof, PersonFacts, PersonLabels];

@Module({
  imports: [JwtModule.register({}), PassportModule],
  controllers: [AccountsController, MeController, RolesController, SecondFactorController, SignInController],
  providers: [...useCases, ...keeping, ...tools, ...offered],
  exports: offered,
})
export class IdentityModule {}
