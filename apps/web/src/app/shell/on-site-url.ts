/** The path when it stays on this site, else the fallback: `//evil.example`, `https:` and `\\` do not. */
export function onSiteUrl(value: string | null | undefined, fallback = '/'): string {
  if (!value || !/^\/(?![/\\])/.test(value)) return fallback;
  try {
    const url = new URL(value, 'https://here.invalid');
    return url.origin === 'https://here.invalid' ? `${url.pathname}${url.search}${url.hash}` : fallback;
  } catch {
    return fallback;
  }
}
