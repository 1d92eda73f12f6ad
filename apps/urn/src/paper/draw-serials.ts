import { sha256OfText } from '@commonthread/ballot-protocol';

/**
 * Which sheets a public seed draws: those with the smallest SHA-256 of "sample/v1", election, seed and serial, one a
 * line. Anybody can draw again from the published serials.
 *
 * @returns `size` serials in the order drawn
 */
export function drawSerials(
  election: string,
  seed: string,
  serials: readonly string[],
  size: number,
): string[] {
  return serials
    .map((serial) => ({ serial, key: sha256OfText(`sample/v1\n${election}\n${seed}\n${serial}\n`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, size)
    .map(({ serial }) => serial);
}
