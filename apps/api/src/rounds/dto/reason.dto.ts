import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class ReasonDto {
  @ApiProperty({ minLength: 5, maxLength: 1000, description: 'In plain words; shown to the public.' })
  @IsString()
  @Length(5, 1000)
  reason: string;
}
