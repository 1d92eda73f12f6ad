import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';

import type { Pass } from '../passes/issue-pass.js';
import type { PublishedKey } from '../passes/public-keys.js';

export class IssuePassDto {
  @ApiProperty({
    minLength: 512,
    maxLength: 512,
    description: 'The blinded message (RFC 9474), 384 bytes in base64url without padding.',
  })
  @IsString()
  @Matches(/^[A-Za-z0-9_-]{512}$/, { message: 'blinded must be 384 bytes in base64url' })
  blinded: string;
}

export class PassDto {
  @ApiProperty({ format: 'uuid', description: 'Id of the round.' })
  election: string;

  @ApiProperty({ example: 'all' })
  style: string;

  @ApiProperty({ description: '384 bytes in base64url. The same request always gets the same bytes.' })
  blindSignature: string;

  static of({ election, style, blindSignature }: Pass): PassDto {
    return { election, style, blindSignature: blindSignature.toString('base64url') };
  }
}

export class IssuerKeyDto {
  @ApiProperty({ example: 'all' })
  style: string;

  @ApiProperty({ example: 'RSABSSA-SHA384-PSS-Randomized' })
  variant: string;

  @ApiProperty({ description: 'SubjectPublicKeyInfo (DER, rsaEncryption, 3072 bits) in base64url.' })
  spki: string;

  @ApiProperty({ description: 'SHA-256 of the bytes of `spki`, in hexadecimal.' })
  sha256: string;

  static of({ style, spki, sha256 }: PublishedKey): IssuerKeyDto {
    return { style, variant: 'RSABSSA-SHA384-PSS-Randomized', spki: spki.toString('base64url'), sha256 };
  }
}
