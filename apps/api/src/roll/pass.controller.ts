import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { Once } from '../platform/once/index.js';
import { AskForRoll } from './claims/ask-for-roll.js';
import { EnterLetterCode } from './claims/enter-letter-code.js';
import { AskForRollDto, LetterCodeDto } from './dto/claim.dto.js';
import { MyRollDto } from './dto/my-roll.dto.js';
import { IssuePassDto, PassDto } from './dto/pass.dto.js';
import { IssuePass } from './passes/issue-pass.js';
import { TurnoutQueries } from './turnout/turnout.queries.js';

/** What a voter does about themselves. */
@ApiTags('roll')
@ApiBearerAuth()
@ApiNotFoundResponse({ description: 'round.unknown' })
@Controller('rounds/:slug')
@UseGuards(SignedIn)
export class PassController {
  constructor(
    private readonly issuePass: IssuePass,
    private readonly askForRoll: AskForRoll,
    private readonly enterCode: EnterLetterCode,
    private readonly turnout: TurnoutQueries,
  ) {}

  @Post('pass')
  @HttpCode(200)
  @ApiOkResponse({ type: PassDto })
  @ApiForbiddenResponse({ description: 'roll.not-on-roll' })
  @ApiConflictResponse({
    description: 'roll.pass-already-issued (channel) | roll.voting-not-open | roll.no-vote-here',
  })
  @ApiUnprocessableEntityResponse({ description: 'roll.blinded-unfit' })
  async pass(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() { blinded }: IssuePassDto,
  ): Promise<PassDto> {
    return PassDto.of(await this.issuePass.execute(user, slug, Buffer.from(blinded, 'base64url')));
  }

  @Get('roll/me')
  @ApiOkResponse({ type: MyRollDto })
  @ApiConflictResponse({ description: 'roll.no-vote-here' })
  async me(@User() user: CurrentUser, @Param('slug') slug: string): Promise<MyRollDto> {
    return MyRollDto.of(await this.turnout.own(user, slug));
  }

  @Post('roll/claims')
  @Once()
  @HttpCode(200)
  @ApiOkResponse({ type: MyRollDto })
  @ApiConflictResponse({ description: 'roll.frozen | roll.already-claimed (stage) | roll.no-vote-here' })
  @ApiUnprocessableEntityResponse({
    description: 'roll.connection-not-offered | roll.too-young | roll.details-unfit | postcode.malformed',
  })
  async claim(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() body: AskForRollDto,
  ): Promise<MyRollDto> {
    await this.askForRoll.execute(user, slug, body);
    return this.me(user, slug);
  }

  @Post('roll/code')
  @HttpCode(200)
  @ApiOkResponse({ type: MyRollDto })
  @ApiConflictResponse({ description: 'roll.frozen | roll.no-vote-here' })
  @ApiUnprocessableEntityResponse({ description: 'roll.wrong-code' })
  async code(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Body() { code }: LetterCodeDto,
  ): Promise<MyRollDto> {
    await this.enterCode.execute(user, slug, code);
    return this.me(user, slug);
  }
}
