import type { Receipt } from '@commonthread/ballot-protocol';
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';

import { CastBallot } from './cast-ballot.js';

@Controller('cast')
export class CastController {
  constructor(private readonly castBallot: CastBallot) {}

  /** The protocol's own reader checks the shape: a ballot has one form, to the byte. */
  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  cast(@Body() sent: unknown): Promise<Receipt> {
    return this.castBallot.execute(sent);
  }
}
