const IGNORES_DOTS = new Set(['gmail.com', 'googlemail.com']);

/** The mailbox behind an address: what stands after a plus sign, and dots where they do not count, are gone. */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = email
    .slice(at + 1)
    .trim()
    .toLowerCase();
  const local = email.slice(0, at).trim().toLowerCase().replace(/\+.*$/, '');
  return IGNORES_DOTS.has(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}
