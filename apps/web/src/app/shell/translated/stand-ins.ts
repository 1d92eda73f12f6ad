/** What browsers put in place of a text when they translate a page. */
const WRAPPER = 'FONT';

/**
 * Which element stands where a text of ours stood. A browser that translates takes the text out of the page and puts
 * wrapped words there; whoever still writes into the text writes where nobody reads.
 */
export class StandIns {
  private readonly byText = new WeakMap<Node, Element>();
  private readonly taken = new WeakSet<Element>();
  private readonly changes: MutationObserver;

  constructor(document: Document) {
    this.changes = new MutationObserver((records) => this.note(records));
    this.changes.observe(document, { childList: true, subtree: true });
  }

  /** The element that now shows this text's words; null while the text stands in the page itself. */
  of(text: Node): Element | null {
    this.note(this.changes.takeRecords());
    const standIn = this.byText.get(text);
    return standIn?.isConnected && !text.isConnected ? standIn : null;
  }

  /** The page's own changes are no translation. */
  quietly(act: () => void): void {
    this.note(this.changes.takeRecords());
    act();
    this.changes.takeRecords();
  }

  private note(records: readonly MutationRecord[]): void {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      for (const gone of removedNodes) {
        if (gone.nodeType !== Node.TEXT_NODE) continue;
        const standIn = [...addedNodes, previousSibling, nextSibling].find((node) => this.isFree(node));
        if (!standIn) continue;
        this.byText.set(gone, standIn);
        this.taken.add(standIn);
      }
    }
  }

  private isFree(node: Node | null): node is Element {
    return node?.nodeName === WRAPPER && !this.taken.has(node as Element);
  }
}
