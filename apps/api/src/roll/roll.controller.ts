import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  UseGuards,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { Once } from '../platform/once/index.js';
import { ClaimsQueries } from './claims/claims.queries.js';
import { DecideClaim } from './claims/decide-claim.js';
import { SendLetter } from './claims/send-letter.js';
import {
  ClaimsQueryDto,
  DecideClaimDto,
  LetterDto,
  RollClaimDto,
  RollClaimPageDto,
} from './dto/claim.dto.js';
import { RollDto } from './dto/turnout.dto.js';
import { RollUploadDto, UploadQueryDto } from './dto/upload.dto.js';
import { rulingsIn, UPLOAD_BODY } from './dto/rulings.dto.js';
import { UploadElectors } from './uploads/upload-electors.js';
import { RollFileFaulty } from './roll.errors.js';
import { TurnoutQueries } from './turnout/turnout.queries.js';

/** How officers put a roll together before voting opens. */
@ApiTags('roll')
@ApiBearerAuth()
@ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
@ApiNotFoundResponse({ description: 'round.unknown | roll.claim-unknown' })
@Controller('rounds/:slug/roll')
@UseGuards(SignedIn)
export class RollController {
  constructor(
    private readonly uploadElectors: UploadElectors,
    private readonly decideClaim: DecideClaim,
    private readonly sendLetter: SendLetter,
    private readonly claims: ClaimsQueries,
    private readonly turnout: TurnoutQueries,
  ) {}

  @Get()
  @ApiOkResponse({ type: RollDto })
  async office(@User() user: CurrentUser, @Param('slug') slug: string): Promise<RollDto> {
    return RollDto.of(await this.turnout.office(user, slug));
  }

  @Post('upload')
  @Once()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD_BODY })
  @ApiOkResponse({ type: RollUploadDto })
  @ApiConflictResponse({ description: 'roll.frozen | roll.no-vote-here' })
  @ApiUnprocessableEntityResponse({
    description:
      'roll.file-faulty, with line and reason of each fault | roll.too-many-doubtful | file.encoding-unsure',
  })
  async upload(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Query() { rehearse, encoding }: UploadQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<RollUploadDto> {
    const file = request.isMultipart() ? await request.file() : undefined;
    if (!file) {
      throw new RollFileFaulty([{ line: 1, field: null, code: 'empty', reason: 'there is no file' }]);
    }
    const rehearsing = rehearse === 'true';
    const upload = await this.uploadElectors.execute(user, slug, file.file, {
      ...{ rehearse: rehearsing, encoding },
      rulings: () => rulingsIn(file.fields['rulings']),
    });
    return RollUploadDto.of(upload, rehearsing);
  }

  @Get('claims')
  @ApiOkResponse({ type: RollClaimPageDto })
  async waiting(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Query() { page = 1, pageSize = 20 }: ClaimsQueryDto,
  ): Promise<RollClaimPageDto> {
    const { items, total } = await this.claims.waiting(user, slug, page, pageSize);
    return { items: items.map(RollClaimDto.of), total, page, pageSize };
  }

  @Post('claims/:claim/decide')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiForbiddenResponse({ description: 'roll.own-claim' })
  @ApiConflictResponse({ description: 'roll.frozen | roll.claim-decided | roll.duplicate' })
  async decide(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Param('claim', ParseUUIDPipe) claim: string,
    @Body() body: DecideClaimDto,
  ): Promise<void> {
    await this.decideClaim.execute(user, slug, claim, body);
  }

  @Post('claims/:claim/letter')
  @HttpCode(200)
  @ApiOkResponse({ type: LetterDto })
  @ApiConflictResponse({ description: 'roll.frozen | roll.claim-decided' })
  async letter(
    @User() user: CurrentUser,
    @Param('slug') slug: string,
    @Param('claim', ParseUUIDPipe) claim: string,
  ): Promise<LetterDto> {
    return LetterDto.of(await this.sendLetter.execute(user, slug, claim));
  }
}
