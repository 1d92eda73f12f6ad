import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { type CurrentUser, MaybeSignedIn, User } from '../../identity/index.js';
import { SimilarProposalDto, SimilarQueryDto } from './similar.dto.js';
import { ProposalNumber } from '../proposal-number.pipe.js';
import { SimilarProposals } from './similar-proposals.js';

/** What was proposed already: for somebody who writes, and for whoever reads or reviews. */
@ApiTags('proposals')
@ApiBearerAuth()
@Controller('proposals')
@UseGuards(MaybeSignedIn)
export class SimilarController {
  constructor(private readonly similar: SimilarProposals) {}

  @Get('similar')
  @ApiOkResponse({ type: [SimilarProposalDto], description: 'At most five, the most alike first.' })
  @ApiNotFoundResponse({ description: 'round.unknown | place.unknown' })
  async toText(@Query() query: SimilarQueryDto): Promise<SimilarProposalDto[]> {
    return (await this.similar.toText(query)).map(SimilarProposalDto.of);
  }

  @Get(':number/similar')
  @ApiOkResponse({ type: [SimilarProposalDto], description: 'At most five, the most alike first.' })
  @ApiNotFoundResponse({ description: 'proposal.unknown' })
  async toProposal(
    @User() user: CurrentUser | undefined,
    @Param('number', ProposalNumber) number: number,
  ): Promise<SimilarProposalDto[]> {
    return (await this.similar.toProposal(user, number)).map(SimilarProposalDto.of);
  }
}
