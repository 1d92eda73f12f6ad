import {
  Body,
  Controller,
  Delete,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  UseGuards,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { AimDto } from '../indicators/index.js';
import { Once } from '../platform/once/index.js';
import { ChangeAims } from './change-aims.js';
import { DecisionsQueries } from './decisions.queries.js';
import { AimNotFound } from './decisions.errors.js';
import { WriteAimDto } from './dto/write-decision.dto.js';
import { PlanAim } from './plan-aim.js';

@ApiTags('decisions')
@ApiBearerAuth()
@UseGuards(SignedIn)
@ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
@ApiConflictResponse({ description: 'aim.locked' })
@Controller('decisions/:number/aims')
export class AimsController {
  constructor(
    private readonly changeAims: ChangeAims,
    private readonly planAim: PlanAim,
    private readonly decisions: DecisionsQueries,
  ) {}

  @Post()
  @Once()
  @ApiCreatedResponse({ type: AimDto })
  @ApiNotFoundResponse({ description: 'decision.not-found | indicator.not-found | place.unknown' })
  @ApiUnprocessableEntityResponse({ description: 'aim.due-in-past | aim.compares-with-itself' })
  async add(
    @Param('number') number: string,
    @User() user: CurrentUser,
    @Body() written: WriteAimDto,
  ): Promise<AimDto> {
    const plan = await this.planAim.execute(written);
    return this.shown(number, user, await this.changeAims.execute(user, number, { kind: 'add', plan }));
  }

  @Put(':id')
  @ApiOkResponse({ type: AimDto })
  @ApiNotFoundResponse({ description: 'aim.not-found | indicator.not-found | place.unknown' })
  @ApiUnprocessableEntityResponse({ description: 'aim.due-in-past | aim.compares-with-itself' })
  async rewrite(
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) aimId: string,
    @User() user: CurrentUser,
    @Body() written: WriteAimDto,
  ): Promise<AimDto> {
    const plan = await this.planAim.execute(written);
    return this.shown(
      number,
      user,
      await this.changeAims.execute(user, number, { kind: 'rewrite', aimId, plan }),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Removed from the draft.' })
  @ApiNotFoundResponse({ description: 'aim.not-found' })
  async remove(
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) aimId: string,
    @User() user: CurrentUser,
  ): Promise<void> {
    await this.changeAims.execute(user, number, { kind: 'remove', aimId });
  }

  private async shown(number: string, user: CurrentUser, aimId: string): Promise<AimDto> {
    const { aimsFull } = await this.decisions.byNumber(number, user);
    const aim = aimsFull.find(({ id }) => id === aimId);
    if (!aim) throw new AimNotFound();
    return aim;
  }
}
