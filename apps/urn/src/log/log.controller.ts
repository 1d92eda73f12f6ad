import { fromBase64url } from '@commonthread/ballot-protocol';
import { Controller, Get, Header, Param, ParseIntPipe, Query } from '@nestjs/common';

import { type Inclusion, LogQueries } from './log.queries.js';

@Controller('elections/:election')
export class LogController {
  constructor(private readonly log: LogQueries) {}

  /** The newest signed note. */
  @Get('checkpoint')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-cache')
  async checkpoint(@Param('election') election: string): Promise<string> {
    return (await this.log.newest(election)).note;
  }

  /** Every signed note, oldest first. */
  @Get('checkpoints')
  async checkpoints(@Param('election') election: string): Promise<{ size: number; note: string }[]> {
    return (await this.log.checkpoints(election)).map(({ size, note }) => ({ size, note }));
  }

  /** `:commitment` is base64url, as the receipt has it. */
  @Get('inclusion/:commitment')
  inclusion(
    @Param('election') election: string,
    @Param('commitment') commitment: string,
  ): Promise<Inclusion> {
    return this.log.inclusion(election, fromBase64url(commitment, 32, 'commitment'));
  }

  @Get('consistency')
  async consistency(
    @Param('election') election: string,
    @Query('from', ParseIntPipe) from: number,
    @Query('to', ParseIntPipe) to: number,
  ): Promise<{ from: number; to: number; proof: string[] }> {
    return { from, to, proof: await this.log.consistency(election, from, to) };
  }
}
