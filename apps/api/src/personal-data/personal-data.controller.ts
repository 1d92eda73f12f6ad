import { Body, Controller, Get, Header, HttpCode, Ip, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';

import { type CurrentUser, SignedIn, sourceOf, User } from '../identity/index.js';
import { DownloadMyData } from './download-my-data.js';
import { HeldRecordDto, LeaveDto, PersonalRecordDto, ProveItIsYouDto } from './dto/personal-data.dto.js';
import { RetentionDto } from './dto/retention.dto.js';
import { Leave } from './leave.js';
import { PersonalDataQueries } from './personal-data.queries.js';
import { RetentionQueries } from './retention.queries.js';

const PROOF = 'identity.second-factor-required | identity.wrong-code';

@ApiTags('personal-data')
@Controller('personal-data')
export class PersonalDataController {
  constructor(
    private readonly data: PersonalDataQueries,
    private readonly retention: RetentionQueries,
    private readonly download: DownloadMyData,
    private readonly leave: Leave,
  ) {}

  @Get('kinds')
  @ApiOkResponse({ type: [PersonalRecordDto], description: 'What is held of anybody, and for how long.' })
  kinds(): PersonalRecordDto[] {
    return this.data.kinds().map(PersonalRecordDto.of);
  }

  @Get('retention')
  @ApiOkResponse({
    type: [RetentionDto],
    description: 'What is cleared away by schedule, and when it last was.',
  })
  async schedule(): Promise<RetentionDto[]> {
    return (await this.retention.schedule()).map(RetentionDto.of);
  }

  @Get('mine')
  @UseGuards(SignedIn)
  @ApiBearerAuth()
  @ApiOkResponse({ type: [HeldRecordDto] })
  @ApiUnauthorizedResponse({ description: 'identity.sign-in-needed' })
  async mine(@User() user: CurrentUser): Promise<HeldRecordDto[]> {
    return (await this.data.heldOf(user.id)).map(HeldRecordDto.ofHeld);
  }

  @Post('download')
  @HttpCode(200)
  @UseGuards(SignedIn)
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="common-thread-my-data.json"')
  @Header('cache-control', 'no-store')
  @ApiBearerAuth()
  @ApiOkResponse({
    schema: { type: 'string', format: 'binary' },
    description: 'The file, made for this answer alone.',
  })
  @ApiUnauthorizedResponse({ description: PROOF })
  @ApiForbiddenResponse({ description: 'identity.wrong-password' })
  @ApiTooManyRequestsResponse({ description: 'identity.too-many-tries | request.too-many' })
  file(@User() user: CurrentUser, @Ip() address: string, @Body() proof: ProveItIsYouDto): Promise<string> {
    return this.download.execute(user, { ...proof, source: sourceOf(address) });
  }

  @Post('leave')
  @HttpCode(204)
  @UseGuards(SignedIn)
  @ApiBearerAuth()
  @ApiNoContentResponse({ description: 'The account is gone and every session has ended.' })
  @ApiUnauthorizedResponse({ description: PROOF })
  @ApiForbiddenResponse({ description: 'identity.wrong-password' })
  @ApiConflictResponse({ description: 'identity.last-administrator' })
  @ApiTooManyRequestsResponse({ description: 'identity.too-many-tries' })
  async go(
    @User() user: CurrentUser,
    @Ip() address: string,
    @Body() { password, code, keepComments }: LeaveDto,
  ): Promise<void> {
    await this.leave.execute(user, { password, code, source: sourceOf(address) }, { keepComments });
  }
}
