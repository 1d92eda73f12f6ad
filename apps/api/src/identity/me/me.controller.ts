import { Body, Controller, Get, Patch, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiOkResponse,
  ApiTags,
  ApiUnauthorizedResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import type { CurrentUser } from '../sessions/current-user.js';
import { SignedIn } from '../sessions/signed-in.guard.js';
import { User } from '../sessions/user.decorator.js';
import { WriteMeDto } from './write-me.dto.js';
import { ChangeMe } from './change-me.js';
import { MeDto } from './me.dto.js';
import { MeQueries } from './me.queries.js';

@ApiTags('identity')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'identity.sign-in-needed' })
@Controller('identity/me')
@UseGuards(SignedIn)
export class MeController {
  constructor(
    private readonly me: MeQueries,
    private readonly changeMe: ChangeMe,
  ) {}

  @Get()
  @ApiOkResponse({ type: MeDto })
  show(@User() user: CurrentUser): Promise<MeDto> {
    return this.me.of(user.id);
  }

  @Patch()
  @ApiOkResponse({ type: MeDto })
  @ApiUnprocessableEntityResponse({ description: 'identity.unfit-details' })
  async change(
    @User() user: CurrentUser,
    @Body() { displayName, homePlaceSlug }: WriteMeDto,
  ): Promise<MeDto> {
    await this.changeMe.execute({ personId: user.id, displayName, homePlaceSlug });
    return this.me.of(user.id);
  }
}
