const LONGEST = 60;

/** Letters that Unicode does not take apart into a base and a mark. */
const WHOLE: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** A title as it stands in an address: plain letters and digits, words joined by hyphens, at most 60 characters. */
export function slugOf(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[łøđßæœı]/g, (letter) => WHOLE[letter] ?? '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/&/g, ' and ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    if (slug.length + word.length >= LONGEST) break;
    slug = slug === '' ? word : `${slug}-${word}`;
  }
  return slug || 'round';
}
