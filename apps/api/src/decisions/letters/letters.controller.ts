import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../../identity/index.js';
import { ProposalNumber } from '../../proposals/index.js';
import { SentDecisionLetterDto } from './letter.dto.js';
import { LettersQueries } from './letters.queries.js';

@ApiTags('decisions')
@ApiBearerAuth()
@Controller('proposals/:number/decision-letter')
export class LettersController {
  constructor(private readonly letters: LettersQueries) {}

  @Get()
  @UseGuards(SignedIn)
  @ApiOkResponse({
    type: SentDecisionLetterDto,
    description: 'As it was sent; for the authors and officers.',
  })
  @ApiNotFoundResponse({ description: 'decision.no-letter' })
  async letter(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
  ): Promise<SentDecisionLetterDto> {
    return SentDecisionLetterDto.ofSent(number, await this.letters.about(user, number));
  }
}
