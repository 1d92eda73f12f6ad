import { Module } from '@nestjs/common';

import { Elections } from './elections.js';
import { ElectionsRepository } from './elections.repository.js';

@Module({ providers: [Elections, ElectionsRepository], exports: [Elections, ElectionsRepository] })
export class ElectionsModule {}
