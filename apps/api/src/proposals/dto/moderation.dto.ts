import { ApiProperty } from '@nestjs/swagger';

import type { Shown } from '../proposal.js';

export class ModerationMarkDto {
  @ApiProperty({
    enum: ['waiting', 'hidden'],
    description: 'waiting: only its author sees it until a moderator has read it.',
  })
  state: 'waiting' | 'hidden';

  @ApiProperty({ type: String, nullable: true, description: 'Why it is hidden.' })
  reason: string | null;

  static of({
    shown,
    hiddenReason,
  }: {
    shown: Shown;
    hiddenReason: string | null;
  }): ModerationMarkDto | null {
    return shown === 'yes' ? null : { state: shown, reason: hiddenReason };
  }
}
