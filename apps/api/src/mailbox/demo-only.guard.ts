import { type CanActivate, Inject, Injectable, NotFoundException } from '@nestjs/common';

import { type Config, CONFIG } from '../platform/config/index.js';

/** Outside the demo these routes do not exist. */
@Injectable()
export class DemoOnly implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  canActivate(): boolean {
    if (!this.config.demo || this.config.production) throw new NotFoundException();
    return true;
  }
}
