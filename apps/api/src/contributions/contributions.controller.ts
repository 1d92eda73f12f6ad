import { Controller, Get, Header, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { ContributionsRepository } from './contributions.repository.js';
import { ContributionDto, OpenContributionsDto } from './dto/contribution.dto.js';
import { openContributions } from './open-contributions.js';

const MOST = 1_000;

@ApiTags('contributions')
@Controller('contributions')
export class ContributionsController {
  constructor(private readonly contributions: ContributionsRepository) {}

  @Get('mine')
  @UseGuards(SignedIn)
  @ApiBearerAuth()
  @ApiOkResponse({
    type: [ContributionDto],
    description: 'Everything the reader took part in, newest first.',
  })
  async mine(@User() { id }: CurrentUser): Promise<ContributionDto[]> {
    return (await this.contributions.ofPerson(id, MOST)).map(ContributionDto.of);
  }

  @Get('open')
  @Header('cache-control', 'public, max-age=60')
  @ApiOkResponse({ type: OpenContributionsDto, description: 'How much waits for an answer, and how long.' })
  async open(): Promise<OpenContributionsDto> {
    return openContributions(await this.contributions.open());
  }
}
