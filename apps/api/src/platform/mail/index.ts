export type { Mail } from './mail.js';
export { Mailer } from './mailer.js';
export { MailNotSent } from './not-sent.js';
export { type MailSource, MailSources, type Undelivered } from './undelivered.js';
