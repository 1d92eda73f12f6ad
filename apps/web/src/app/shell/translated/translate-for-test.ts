type Way = (text: Text) => void;

const wrapped = (): [outer: HTMLElement, inner: HTMLElement] => {
  const [outer, inner] = [document.createElement('font'), document.createElement('font')];
  outer.append(inner);
  return [outer, inner];
};

/** As Chrome translates: wrapped words of its own stand where the text stood. */
export const replacedByFont: Way = (text) => {
  const [outer, inner] = wrapped();
  inner.textContent = text.data;
  text.parentNode!.insertBefore(outer, text);
  text.remove();
};

/** As other translators do: the text itself moves into the wrapper. */
export const insideFont: Way = (text) => {
  const [outer, inner] = wrapped();
  text.replaceWith(outer);
  inner.append(text);
};

/** What a browser that translates does to every text of a page: the words stay, their nodes do not. */
export function translate(page: Element, way: Way = replacedByFont): void {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) if (text.data.trim() && text.parentElement?.tagName !== 'FONT') way(text);
}
