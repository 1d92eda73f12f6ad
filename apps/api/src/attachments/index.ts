export { type AttachmentOwner, AttachmentOwners } from './attachment-owners.js';
export { AttachmentsModule } from './attachments.module.js';
export { AttachmentsQueries } from './attachments.queries.js';
export { AttachmentDto } from './dto/attachment.dto.js';
