import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Outbox } from '../platform/events/index.js';
import { FILE_TYPES } from './attachment.js';
import { ATTACHMENT_REMOVED } from './attachments.events.js';
import { FileStore } from './storage/file-store.js';

/** Takes the files of a removed attachment out of the store, also when the process died in between. */
@Injectable()
export class RemoveFiles implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly store: FileStore,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(ATTACHMENT_REMOVED, ({ id }) => this.store.remove(id, Object.keys(FILE_TYPES)));
  }
}
