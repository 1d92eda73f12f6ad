import { ApiProperty } from '@nestjs/swagger';

export class DemoAccountDto {
  @ApiProperty()
  email: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty({ type: [String] })
  roles: string[];

  @ApiProperty()
  password: string;
}

export class DemoCodeDto {
  @ApiProperty()
  email: string;

  @ApiProperty({ example: '123456' })
  code: string;

  @ApiProperty()
  secondsLeft: number;
}
