import { ApiProperty } from '@nestjs/swagger';

import { MeDto } from './me.dto.js';

export class SessionDto {
  @ApiProperty({ description: 'For the Authorization header. Keep it in memory only.' })
  accessToken: string;

  @ApiProperty({ example: 600 })
  expiresInSeconds: number;

  @ApiProperty({ type: MeDto })
  me: MeDto;
}
