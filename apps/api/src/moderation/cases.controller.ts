import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnauthorizedResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { AnswerAppeal } from './answer-appeal.js';
import { AppealCase, SendChange } from './appeal-case.js';
import { CaseNumber } from './case-number.pipe.js';
import { CasesQueries } from './cases.queries.js';
import { DecideCase } from './decide-case.js';
import {
  AnswerAppealDto,
  AppealDto,
  CaseDto,
  CaseInQueueDto,
  DecideCaseDto,
  MyCaseDto,
  SendChangeDto,
} from './dto/case.dto.js';

@ApiTags('moderation')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'identity.sign-in-needed' })
@Controller('moderation')
@UseGuards(SignedIn)
export class CasesController {
  constructor(
    private readonly cases: CasesQueries,
    private readonly decideCase: DecideCase,
    private readonly answerAppeal: AnswerAppeal,
    private readonly appealCase: AppealCase,
    private readonly sendChange: SendChange,
  ) {}

  @Get('cases')
  @ApiOkResponse({ type: [CaseInQueueDto], description: 'Of the reader’s places; empty without a role.' })
  async queue(@User() user: CurrentUser): Promise<CaseInQueueDto[]> {
    return (await this.cases.queue(user)).map(CaseInQueueDto.of);
  }

  @Get('cases/:number')
  @ApiOkResponse({ type: CaseDto })
  @ApiNotFoundResponse({ description: 'moderation.case-unknown' })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  async one(@User() user: CurrentUser, @Param('number', CaseNumber) number: number): Promise<CaseDto> {
    return CaseDto.ofPage(await this.cases.page(user, number));
  }

  @Post('cases/:number/decide')
  @HttpCode(200)
  @ApiOkResponse({ type: CaseDto })
  @ApiNotFoundResponse({ description: 'moderation.case-unknown' })
  @ApiForbiddenResponse({
    description: 'identity.role-missing | identity.second-factor-needed | moderation.own-post',
  })
  @ApiConflictResponse({ description: 'moderation.not-waiting' })
  @ApiUnprocessableEntityResponse({ description: 'moderation.rule-missing' })
  async decide(
    @User() user: CurrentUser,
    @Param('number', CaseNumber) number: number,
    @Body() decided: DecideCaseDto,
  ): Promise<CaseDto> {
    await this.decideCase.execute(user, number, decided);
    return this.one(user, number);
  }

  @Post('cases/:number/answer-appeal')
  @HttpCode(200)
  @ApiOkResponse({ type: CaseDto })
  @ApiNotFoundResponse({ description: 'moderation.case-unknown' })
  @ApiForbiddenResponse({
    description:
      'identity.role-missing | identity.second-factor-needed | moderation.own-post | moderation.appeal-to-another',
  })
  @ApiConflictResponse({ description: 'moderation.not-waiting' })
  async answer(
    @User() user: CurrentUser,
    @Param('number', CaseNumber) number: number,
    @Body() { upheld, reason }: AnswerAppealDto,
  ): Promise<CaseDto> {
    await this.answerAppeal.execute(user, number, upheld, reason);
    return this.one(user, number);
  }

  @Get('mine')
  @ApiOkResponse({ type: [MyCaseDto], description: 'What was decided against the reader’s own words.' })
  async mine(@User() user: CurrentUser): Promise<MyCaseDto[]> {
    return (await this.cases.mine(user)).map(MyCaseDto.of);
  }

  @Post('mine/:number/appeal')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Another moderator will answer.' })
  @ApiNotFoundResponse({ description: 'moderation.case-unknown' })
  @ApiConflictResponse({ description: 'moderation.no-appeal' })
  async appeal(
    @User() user: CurrentUser,
    @Param('number', CaseNumber) number: number,
    @Body() { words }: AppealDto,
  ): Promise<void> {
    await this.appealCase.execute(user, number, words);
  }

  @Post('mine/:number/change')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'A moderator reads the new words before they are public.' })
  @ApiNotFoundResponse({ description: 'moderation.case-unknown' })
  @ApiConflictResponse({ description: 'moderation.no-change-asked' })
  async change(
    @User() user: CurrentUser,
    @Param('number', CaseNumber) number: number,
    @Body() { words }: SendChangeDto,
  ): Promise<void> {
    await this.sendChange.execute(user, number, words);
  }
}
