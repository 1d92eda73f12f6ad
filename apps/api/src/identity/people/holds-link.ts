/** An address, with or without its scheme: `https://x.example`, `www.x.example`, `x.co.uk/y`. */
const LINK =
  /\b(?:https?:\/\/|www\.)\S|\b[a-z0-9-]{2,}\.(?:com|net|org|info|io|ru|cn|xyz|shop|top|uk|co|biz|online|site)\b/i;

/** Whether a text leads somewhere else, as advertisements do. */
export function holdsLink(text: string): boolean {
  return LINK.test(text);
}
