import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class ConfirmDto {
  @ApiProperty({ description: 'From the link in the mail.' })
  @IsString()
  @Length(1, 200)
  token: string;
}
