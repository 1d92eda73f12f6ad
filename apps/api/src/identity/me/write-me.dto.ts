import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';

export class WriteMeDto {
  @ApiProperty({ required: false })
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @MaxLength(200)
  displayName?: string;

  @ApiProperty({ type: String, required: false, nullable: true, description: 'null takes it away.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  homePlaceSlug?: string | null;
}
