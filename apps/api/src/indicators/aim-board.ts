import { Injectable } from '@nestjs/common';

import type { AimDto } from './dto/aim.dto.js';

/** Who knows the published aims. */
export interface AimSource {
  /** Published aims per indicator code. */
  countByIndicator(): Promise<ReadonlyMap<string, number>>;
  at(indicatorCode: string): Promise<AimDto[]>;
}

/** Where decisions, a stair higher, pin up what they aim at; empty until they do. */
@Injectable()
export class AimBoard {
  private source: AimSource = { countByIndicator: async () => new Map(), at: async () => [] };

  readFrom(source: AimSource): void {
    this.source = source;
  }

  countByIndicator(): Promise<ReadonlyMap<string, number>> {
    return this.source.countByIndicator();
  }

  at(indicatorCode: string): Promise<AimDto[]> {
    return this.source.at(indicatorCode);
  }
}
