/** Longer than any address of this site, a search with all its filters included. */
const LONGEST = 4_000;
/** What no name, number or search of ours can hold; a search may have been pasted with its tab or line break. */
const NONSENSE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;
const PASSED_ON = /^\/(?:api|urn)(?=[/?]|$)/;
const NOWHERE = '/page-not-found';

/**
 * The address to answer: the one that was asked for, or one where nothing is, when it holds what can be no address (a
 * NUL, a broken escape, half a character, kilobytes of anything). It then gets the same answer as every other address
 * that does not exist: from the API and the urn a problem, from this server a page.
 */
export function knownAddress(url: string): string {
  const service = PASSED_ON.exec(url)?.[0];
  const [path = ''] = url.split('?', 1);
  // The services judge their own queries, and name the field at fault.
  return holdsText(service === undefined ? url : path) ? url : `${service ?? ''}${NOWHERE}`;
}

function holdsText(address: string): boolean {
  if (address.length > LONGEST) return false;
  try {
    return !NONSENSE.test(decodeURIComponent(address));
  } catch {
    return false;
  }
}
