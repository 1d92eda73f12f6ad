/**
 * Texts on the page that lie on each other, as `first text / second text`. Runs inside the browser, so it stands alone.
 * What floats on purpose (a bar that stays in sight, a map) and what only a screen reader hears is left out.
 */
export function overlappingTexts(): string[] {
  const FLOATING = '.leaflet-container, svg, [hidden], .govuk-visually-hidden, .govuk-skip-link';
  const isOutOfFlow = (element: Element): boolean => {
    for (let one: Element | null = element; one; one = one.parentElement) {
      const { position, clip, clipPath } = getComputedStyle(one);
      if (/fixed|sticky/.test(position) || clip !== 'auto' || clipPath !== 'none') return true;
    }
    return false;
  };

  const lines: { owner: Element; text: string; left: number; right: number; top: number; bottom: number }[] =
    [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const owner = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!owner || text === '' || owner.closest(FLOATING) || !owner.checkVisibility() || isOutOfFlow(owner))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, height } of range.getClientRects()) {
      // The middle of a line: letters of tight lines may touch above and below.
      if (height > 4) {
        lines.push({
          owner,
          text,
          left: left + 1,
          right: right - 1,
          top: top + height / 4,
          bottom: top + (height * 3) / 4,
        });
      }
    }
  }

  lines.sort((a, b) => a.top - b.top);
  const found = new Set<string>();
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next]!.top < one.bottom; next++) {
      const other = lines[next]!;
      const apart = other.left >= one.right || one.left >= other.right;
      if (!apart && other.owner !== one.owner)
        found.add(`${one.text.slice(0, 40)} / ${other.text.slice(0, 40)}`);
    }
  });
  return [...found];
}
