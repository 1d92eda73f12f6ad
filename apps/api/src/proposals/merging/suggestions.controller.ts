import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { type CurrentUser, MaybeSignedIn, SignedIn, User } from '../../identity/index.js';
import { Once } from '../../platform/once/index.js';
import { ReasonDto } from '../../rounds/index.js';
import { AnswerSuggestionDto, SuggestionDto, SuggestMergeDto, SuggestSplitDto } from './suggestion.dto.js';
import { ProposalNumber } from '../proposal-number.pipe.js';
import { AnswerSuggestion } from './answer-suggestion.js';
import { SuggestChange } from './suggest-change.js';
import { SuggestionsQueries } from './suggestions.queries.js';
import { UndoMerge } from './undo-merge.js';

const REFUSED =
  'suggestion.other-round | suggestion.not-joinable | suggestion.already-open | proposal.round-past-review';
const NOT_YOURS = 'identity.role-missing | identity.second-factor-needed | suggestion.ask-an-officer';

/** Two proposals become one, or one becomes several, when their authors agree. */
@ApiTags('proposals')
@ApiBearerAuth()
@Controller()
export class SuggestionsController {
  constructor(
    private readonly suggestions: SuggestionsQueries,
    private readonly suggest: SuggestChange,
    private readonly answerSuggestion: AnswerSuggestion,
    private readonly undoMerge: UndoMerge,
  ) {}

  @Get('proposals/:number/suggestions')
  @UseGuards(MaybeSignedIn)
  @ApiOkResponse({
    type: [SuggestionDto],
    description: 'Those that are open or were carried out, newest first.',
  })
  @ApiNotFoundResponse({ description: 'proposal.unknown' })
  async ofProposal(
    @User() user: CurrentUser | undefined,
    @Param('number', ProposalNumber) number: number,
  ): Promise<SuggestionDto[]> {
    return (await this.suggestions.ofProposal(user, number)).map(SuggestionDto.of);
  }

  @Post('proposals/:number/merge')
  @Once()
  @UseGuards(SignedIn)
  @ApiCreatedResponse({ type: SuggestionDto, description: 'Open, or done where one person wrote both.' })
  @ApiNotFoundResponse({ description: 'proposal.unknown' })
  @ApiForbiddenResponse({ description: NOT_YOURS })
  @ApiConflictResponse({ description: REFUSED })
  @ApiUnprocessableEntityResponse({ description: 'suggestion.with-itself' })
  @ApiTooManyRequestsResponse({ description: 'request.too-many, with retryAfterSeconds' })
  async merge(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() { into, text, reason }: SuggestMergeDto,
  ): Promise<SuggestionDto> {
    const id = await this.suggest.execute(user, { kind: 'merge', number, into, text: text ?? null, reason });
    return this.show(user, id);
  }

  @Post('proposals/:number/split')
  @Once()
  @UseGuards(SignedIn)
  @ApiCreatedResponse({ type: SuggestionDto })
  @ApiNotFoundResponse({ description: 'proposal.unknown' })
  @ApiForbiddenResponse({ description: NOT_YOURS })
  @ApiConflictResponse({ description: REFUSED })
  @ApiTooManyRequestsResponse({ description: 'request.too-many, with retryAfterSeconds' })
  async split(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() { parts, reason }: SuggestSplitDto,
  ): Promise<SuggestionDto> {
    return this.show(user, await this.suggest.execute(user, { kind: 'split', number, parts, reason }));
  }

  @Get('proposal-suggestions/mine')
  @UseGuards(SignedIn)
  @ApiOkResponse({ type: [SuggestionDto], description: 'Those the reader has yet to answer.' })
  async mine(@User() user: CurrentUser): Promise<SuggestionDto[]> {
    return (await this.suggestions.waitingFor(user)).map(SuggestionDto.of);
  }

  @Get('proposal-suggestions/:id')
  @UseGuards(MaybeSignedIn)
  @ApiOkResponse({ type: SuggestionDto })
  @ApiNotFoundResponse({ description: 'suggestion.unknown' })
  one(@User() user: CurrentUser | undefined, @Param('id', ParseUUIDPipe) id: string): Promise<SuggestionDto> {
    return this.show(user, id);
  }

  @Post('proposal-suggestions/:id/answer')
  @HttpCode(200)
  @UseGuards(SignedIn)
  @ApiOkResponse({ type: SuggestionDto, description: 'Carried out with the last consent.' })
  @ApiNotFoundResponse({ description: 'suggestion.unknown' })
  @ApiForbiddenResponse({ description: 'suggestion.not-asked' })
  @ApiConflictResponse({ description: 'suggestion.closed' })
  async answer(
    @User() user: CurrentUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { agrees }: AnswerSuggestionDto,
  ): Promise<SuggestionDto> {
    await this.answerSuggestion.execute(user, id, agrees);
    return this.show(user, id);
  }

  @Post('proposal-suggestions/:id/cancel')
  @HttpCode(200)
  @UseGuards(SignedIn)
  @ApiOkResponse({ type: SuggestionDto })
  @ApiNotFoundResponse({ description: 'suggestion.unknown' })
  @ApiForbiddenResponse({ description: NOT_YOURS })
  @ApiConflictResponse({ description: 'suggestion.closed' })
  async cancel(
    @User() user: CurrentUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<SuggestionDto> {
    await this.answerSuggestion.cancel(user, id, reason);
    return this.show(user, id);
  }

  @Post('proposal-suggestions/:id/undo')
  @HttpCode(200)
  @UseGuards(SignedIn)
  @ApiOkResponse({ type: SuggestionDto })
  @ApiNotFoundResponse({ description: 'suggestion.unknown' })
  @ApiForbiddenResponse({ description: NOT_YOURS })
  @ApiConflictResponse({ description: 'suggestion.not-undoable | proposal.round-past-review' })
  async undo(
    @User() user: CurrentUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<SuggestionDto> {
    await this.undoMerge.execute(user, id, reason);
    return this.show(user, id);
  }

  private async show(user: CurrentUser | undefined, id: string): Promise<SuggestionDto> {
    return SuggestionDto.of(await this.suggestions.one(user, id));
  }
}
