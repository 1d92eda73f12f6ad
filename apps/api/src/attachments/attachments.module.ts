import { Module } from '@nestjs/common';

import { IdentityModule } from '../identity/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { AddAttachment } from './add-attachment.js';
import { AttachmentOwners } from './attachment-owners.js';
import { AttachmentRecords } from './attachment-records.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsQueries } from './attachments.queries.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { ChangeAttachment } from './change-attachment.js';
import { CheckFile } from './checking/check-file.js';
import { FilesController } from './files.controller.js';
import { PrivateLinks } from './private-links.js';
import { RemoveFiles } from './remove-files.js';
import { FileStore } from './storage/file-store.js';
import { FolderStore } from './storage/folder-store.js';
import { S3Store } from './storage/s3-store.js';

@Module({
  imports: [IdentityModule],
  controllers: [AttachmentsController, FilesController],
  providers: [
    AddAttachment,
    AttachmentOwners,
    AttachmentRecords,
    AttachmentsQueries,
    AttachmentsRepository,
    ChangeAttachment,
    CheckFile,
    PrivateLinks,
    RemoveFiles,
    {
      provide: FileStore,
      inject: [CONFIG],
      useFactory: ({ attachments }: Config): FileStore =>
        'bucketUrl' in attachments ? new S3Store(attachments) : new FolderStore(attachments.folder),
    },
  ],
  exports: [AttachmentOwners, AttachmentsQueries],
})
export class AttachmentsModule {}
