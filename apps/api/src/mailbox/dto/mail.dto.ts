import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

export class MailDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  to: string;

  @ApiProperty()
  subject: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ format: 'date-time' })
  sentAt: string;

  @ApiProperty({ type: [String], description: 'Addresses in the text, in their order.' })
  links: string[];
}

export class MailboxQueryDto {
  @ApiProperty({ required: false, description: 'E-mail address; everybody when left out.' })
  @IsOptional()
  @IsString()
  @MaxLength(254)
  to?: string;
}
