import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length, MaxLength } from 'class-validator';

export class SignInDto {
  @ApiProperty({ format: 'email' })
  @IsString()
  @Length(1, 254)
  email: string;

  @ApiProperty()
  @IsString()
  @Length(1, 512)
  password: string;

  @ApiProperty({ required: false, description: 'Six digits, or a recovery code; when asked for.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  code?: string;
}
