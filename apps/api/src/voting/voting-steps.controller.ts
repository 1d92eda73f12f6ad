import { Body, Controller, Get, HttpCode, Ip, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, sourceOf, User } from '../identity/index.js';
import { NoteStepDto, VotingStepsDto } from './dto/steps.dto.js';
import { NoteStep } from './steps/note-step.js';
import { StepsQueries } from './steps/steps.queries.js';

/** Where ballots are given up on the way. */
@ApiTags('voting')
@ApiNotFoundResponse({ description: 'round.unknown' })
@Controller('rounds/:slug/voting/steps')
export class VotingStepsController {
  constructor(
    private readonly noteStep: NoteStep,
    private readonly queries: StepsQueries,
  ) {}

  @Post()
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Counted. Whoever is signed in is not looked at.' })
  @ApiConflictResponse({ description: 'voting.not-at-this-stage (stage)' })
  @ApiTooManyRequestsResponse({ description: 'request.too-many' })
  async note(
    @Param('slug') slug: string,
    @Ip() address: string,
    @Body() { step }: NoteStepDto,
  ): Promise<void> {
    await this.noteStep.execute(sourceOf(address), slug, step);
  }

  @Get()
  @UseGuards(SignedIn)
  @ApiBearerAuth()
  @ApiOkResponse({ type: VotingStepsDto, description: 'For officers and auditors; written once a minute.' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  async seen(@Param('slug') slug: string, @User() user: CurrentUser): Promise<VotingStepsDto> {
    return VotingStepsDto.of(await this.queries.of(user, slug));
  }
}
