import { Module } from '@nestjs/common';

import { ElectionsModule } from '../elections/index.js';
import { LogModule } from '../log/index.js';
import { BallotBoxRepository } from './ballot-box.repository.js';
import { CastBallot } from './cast-ballot.js';

@Module({
  imports: [ElectionsModule, LogModule],
  providers: [BallotBoxRepository, CastBallot],
  exports: [CastBallot],
})
export class CastingModule {}
