import { Body, Controller, Header, HttpCode, Ip, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { SessionAnswer } from '../me/session-answer.js';
import { SessionDto } from '../me/session.dto.js';
import type { CurrentUser } from '../sessions/current-user.js';
import { OwnPages } from '../sessions/own-pages.guard.js';
import { RefreshCookie } from '../sessions/refresh-cookie.js';
import { SignedIn } from '../sessions/signed-in.guard.js';
import { sourceOf } from '../sessions/source.js';
import { User } from '../sessions/user.decorator.js';
import { SignInDto } from './dto/sign-in.dto.js';
import { RefreshSession } from './refresh-session.js';
import { SignIn } from './sign-in.js';
import { SignOutEverywhere } from './sign-out-everywhere.js';
import { SignOut } from './sign-out.js';

@ApiTags('identity')
@Controller('identity')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly refreshSession: RefreshSession,
    private readonly signOut: SignOut,
    private readonly signOutEverywhere: SignOutEverywhere,
    private readonly answer: SessionAnswer,
    private readonly cookie: RefreshCookie,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @UseGuards(OwnPages)
  @ApiOkResponse({ type: SessionDto, description: 'Sets the refresh cookie too.' })
  @ApiUnauthorizedResponse({
    description: 'identity.wrong-credentials | identity.second-factor-required | identity.wrong-code',
  })
  @ApiTooManyRequestsResponse({ description: 'identity.too-many-tries' })
  async enter(
    @Body() { email, password, code }: SignInDto,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const session = await this.signIn.execute({ email, password, code, source: sourceOf(address) });
    this.cookie.write(reply, session);
    return this.answer.of(session);
  }

  @Post('refresh')
  @HttpCode(200)
  @UseGuards(OwnPages)
  @ApiOkResponse({ type: SessionDto, description: 'By the refresh cookie, which is exchanged.' })
  @ApiUnauthorizedResponse({ description: 'identity.sign-in-needed' })
  @ApiForbiddenResponse({ description: 'identity.cross-site' })
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const session = await this.refreshSession.execute(this.cookie.read(request));
    this.cookie.write(reply, session);
    return this.answer.of(session);
  }

  @Post('sign-out')
  @HttpCode(204)
  @UseGuards(OwnPages)
  @ApiNoContentResponse({ description: 'The session of the refresh cookie has ended.' })
  @ApiForbiddenResponse({ description: 'identity.cross-site' })
  async leave(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signOut.execute(this.cookie.read(request));
    this.cookie.clear(reply);
  }

  @Post('sign-out-everywhere')
  @HttpCode(204)
  @UseGuards(SignedIn)
  @ApiBearerAuth()
  @ApiNoContentResponse({ description: 'Every session of the person has ended.' })
  @ApiUnauthorizedResponse({ description: 'identity.sign-in-needed' })
  async leaveEverywhere(
    @User() user: CurrentUser,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signOutEverywhere.execute(user.id);
    this.cookie.clear(reply);
  }
}
