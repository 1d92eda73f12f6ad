import { Body, Controller, HttpCode, Post, Res, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { SessionAnswer } from '../me/session-answer.js';
import type { CurrentUser } from '../sessions/current-user.js';
import { RefreshCookie } from '../sessions/refresh-cookie.js';
import { SignedIn } from '../sessions/signed-in.guard.js';
import { User } from '../sessions/user.decorator.js';
import { ConfirmSecondFactor } from './confirm-second-factor.js';
import { RecoveryCodesDto, SecondFactorConfirmDto, SecondFactorStartDto } from './dto/second-factor.dto.js';
import { StartSecondFactor } from './start-second-factor.js';

@ApiTags('identity')
@ApiBearerAuth()
@Controller('identity/second-factor')
@UseGuards(SignedIn)
export class SecondFactorController {
  constructor(
    private readonly startSecondFactor: StartSecondFactor,
    private readonly confirmSecondFactor: ConfirmSecondFactor,
    private readonly answer: SessionAnswer,
    private readonly cookie: RefreshCookie,
  ) {}

  @Post('start')
  @HttpCode(200)
  @ApiOkResponse({ type: SecondFactorStartDto })
  @ApiForbiddenResponse({ description: 'identity.second-factor-needed' })
  start(@User() user: CurrentUser): Promise<SecondFactorStartDto> {
    return this.startSecondFactor.execute(user);
  }

  @Post('confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: RecoveryCodesDto })
  @ApiUnauthorizedResponse({ description: 'identity.wrong-code' })
  @ApiConflictResponse({ description: 'identity.second-factor-not-started' })
  @ApiTooManyRequestsResponse({ description: 'identity.too-many-tries' })
  async confirm(
    @User() user: CurrentUser,
    @Body() { code }: SecondFactorConfirmDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodesDto> {
    const { codes, session } = await this.confirmSecondFactor.execute(user, code);
    this.cookie.write(reply, session);
    return { codes, session: await this.answer.of(session) };
  }
}
