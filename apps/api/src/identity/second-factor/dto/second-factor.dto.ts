import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

import { SessionDto } from '../../me/session.dto.js';

export class SecondFactorStartDto {
  @ApiProperty({ description: 'Base 32, to type where no camera is at hand.' })
  secret: string;

  @ApiProperty({ example: 'otpauth://totp/...' })
  uri: string;

  @ApiProperty({ description: 'The same address as a QR code: an SVG document.' })
  qrSvg: string;
}

export class SecondFactorConfirmDto {
  @ApiProperty({ description: 'The six digits the authenticator app shows.' })
  @IsString()
  @Length(6, 20)
  code: string;
}

export class RecoveryCodesDto {
  @ApiProperty({ type: [String], description: 'Ten codes, each good once. Shown this one time.' })
  codes: string[];

  @ApiProperty({
    type: SessionDto,
    description: 'Goes on in place of the session that asked, which has ended.',
  })
  session: SessionDto;
}
