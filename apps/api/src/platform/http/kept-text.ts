import { visibleLine, visibleText } from '@commonthread/kernel';
import { Transform } from 'class-transformer';

/** Fields that are no text: what is in them is compared byte for byte. */
const AS_SENT = /password|token|blinded|signature|digest|proof/i;

/** Every text of a body as it is kept: see `visibleText`. Blanks alone are then an empty text, which the rules refuse. */
export function keptTexts(value: unknown): unknown {
  if (typeof value === 'string') return visibleText(value);
  if (Array.isArray(value)) return value.map(keptTexts);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, AS_SENT.test(name) ? one : keptTexts(one)]),
  );
}

/** A title or a name: what was typed with Enter or Tab becomes one line. */
export const OneLine = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? visibleLine(value) : value));
