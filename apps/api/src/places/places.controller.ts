import { Controller, Get, Header, Headers, Param, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { BoundariesDto } from './dto/boundaries.dto.js';
import { PlaceDto, PlaceSummaryDto } from './dto/place.dto.js';
import { PlacesQueries } from './places.queries.js';

@ApiTags('places')
@Controller('places')
export class PlacesController {
  constructor(private readonly places: PlacesQueries) {}

  @Get()
  @Header('cache-control', 'public, max-age=300')
  @ApiOkResponse({ type: [PlaceSummaryDto], description: 'Every place in force today, councils first.' })
  async list(): Promise<PlaceSummaryDto[]> {
    return (await this.places.inForce()).map(PlaceSummaryDto.ofPlace);
  }

  @Get(':slug')
  @ApiOkResponse({ type: PlaceDto })
  @ApiNotFoundResponse({ description: 'place.unknown' })
  async page(@Param('slug') slug: string): Promise<PlaceDto> {
    return PlaceDto.ofPage(await this.places.page(slug));
  }

  @Get(':slug/boundaries')
  @ApiOkResponse({ type: BoundariesDto, description: 'GeoJSON: the place and those directly below it.' })
  @ApiNotFoundResponse({ description: 'place.unknown' })
  async boundaries(
    @Param('slug') slug: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { geojson, etag } = await this.places.boundaries(slug);
    void reply.header('etag', etag).header('cache-control', 'public, max-age=3600');
    if (known?.includes(etag)) await reply.status(304).send();
    else await reply.type('application/geo+json').send(geojson);
  }
}
