import { Controller, Get, Header, HttpCode, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { type CurrentUser, SignedIn, User } from '../identity/index.js';
import { EncodingQueryDto, KnownPostcodesDto, PostcodeDto, PostcodeImportDto } from './dto/postcode.dto.js';
import { ImportPostcodes } from './import-postcodes.js';
import { PostcodeFileFaulty } from './places.errors.js';
import { PlacesQueries } from './places.queries.js';

@ApiTags('places')
@Controller('postcodes')
export class PostcodesController {
  constructor(
    private readonly places: PlacesQueries,
    private readonly importPostcodes: ImportPostcodes,
  ) {}

  @Get()
  @Header('cache-control', 'public, max-age=60')
  @ApiOkResponse({ type: KnownPostcodesDto })
  async known(): Promise<KnownPostcodesDto> {
    return { example: await this.places.examplePostcode() };
  }

  @Get(':postcode')
  @ApiOkResponse({ type: PostcodeDto })
  @ApiNotFoundResponse({ description: 'postcode.unknown' })
  @ApiUnprocessableEntityResponse({ description: 'postcode.malformed' })
  async find(@Param('postcode') postcode: string): Promise<PostcodeDto> {
    return PostcodeDto.of(await this.places.ofPostcode(postcode));
  }

  @Post('import')
  @HttpCode(200)
  @UseGuards(SignedIn)
  @ApiBearerAuth()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOkResponse({ type: PostcodeImportDto })
  @ApiForbiddenResponse({ description: 'identity.role-missing | identity.second-factor-needed' })
  @ApiUnprocessableEntityResponse({
    description: 'postcode.file-faulty, with line and reason | file.encoding-unsure',
  })
  async import(
    @User() user: CurrentUser,
    @Query() { encoding }: EncodingQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<PostcodeImportDto> {
    const file = request.isMultipart() ? await request.file() : undefined;
    if (!file) throw new PostcodeFileFaulty(1, 'there is no file');
    return PostcodeImportDto.of(await this.importPostcodes.execute(user, file.file, encoding));
  }
}
