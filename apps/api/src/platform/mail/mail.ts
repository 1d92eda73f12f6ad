export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text; addresses stand alone on a line. */
  readonly text: string;
  /** A uuid that stays the same when the mail is sent again: whoever handles it can see that they have it. */
  readonly key?: string;
  /** Takes a POST that stops mails of this sort (RFC 8058). */
  readonly unsubscribeUrl?: string;
}
