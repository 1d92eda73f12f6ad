import { Body, Controller, HttpCode, Param, Patch, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { Once } from '../platform/once/index.js';
import { ReasonDto } from '../rounds/index.js';
import { ProposalDto } from './dto/proposal.dto.js';
import { StartProposalDto, WriteProposalDto } from './dto/write-proposal.dto.js';
import { ProposalNumber } from './proposal-number.pipe.js';
import { ProposalsQueries } from './proposals.queries.js';
import { StartProposal } from './start-proposal.js';
import { SubmitProposal } from './submit-proposal.js';
import { WithdrawProposal } from './withdraw-proposal.js';
import { WriteProposal } from './write-proposal.js';

/** What moves a proposal along. */
@ApiTags('proposals')
@ApiBearerAuth()
@ApiNotFoundResponse({ description: 'proposal.unknown' })
@Controller('proposals')
@UseGuards(SignedIn)
export class ProposalActsController {
  constructor(
    private readonly startProposal: StartProposal,
    private readonly writeProposal: WriteProposal,
    private readonly submitProposal: SubmitProposal,
    private readonly withdrawProposal: WithdrawProposal,
    private readonly proposals: ProposalsQueries,
  ) {}

  @Post()
  @Once()
  @ApiCreatedResponse({ type: ProposalDto, description: 'A draft that only its author sees.' })
  @ApiConflictResponse({ description: 'proposal.round-not-taking-ideas' })
  async start(
    @User() user: CurrentUser,
    @Body() { roundSlug, title }: StartProposalDto,
  ): Promise<ProposalDto> {
    return this.show(user, await this.startProposal.execute(user, roundSlug, title));
  }

  @Patch(':number')
  @ApiOkResponse({ type: ProposalDto })
  @ApiForbiddenResponse({ description: 'proposal.not-yours' })
  @ApiConflictResponse({
    description: 'proposal.changed-elsewhere | proposal.not-editable | proposal.round-not-taking-ideas',
  })
  @ApiUnprocessableEntityResponse({ description: 'proposal.place-outside | proposal.location-half' })
  async write(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() body: WriteProposalDto,
  ): Promise<ProposalDto> {
    await this.writeProposal.execute(user, number, body);
    return this.show(user, number);
  }

  @Post(':number/submit')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  @ApiForbiddenResponse({ description: 'proposal.not-yours' })
  @ApiConflictResponse({ description: 'proposal.cannot-move | proposal.round-not-taking-ideas' })
  @ApiUnprocessableEntityResponse({ description: 'proposal.incomplete, with errors' })
  async submit(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
  ): Promise<ProposalDto> {
    await this.submitProposal.execute(user, number);
    return this.show(user, number);
  }

  @Post(':number/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  @ApiForbiddenResponse({ description: 'proposal.not-yours' })
  @ApiConflictResponse({ description: 'proposal.cannot-move' })
  async withdraw(
    @User() user: CurrentUser,
    @Param('number', ProposalNumber) number: number,
    @Body() { reason }: ReasonDto,
  ): Promise<ProposalDto> {
    await this.withdrawProposal.execute(user, number, reason);
    return this.show(user, number);
  }

  private async show(user: CurrentUser, number: number): Promise<ProposalDto> {
    return ProposalDto.of(await this.proposals.page(user, number));
  }
}
