/** Words typed but not sent, kept for this tab so that an ended session or a reload loses nothing. None on the server. */
export class KeptText {
  constructor(private readonly key: string) {}

  read(): string {
    return typeof sessionStorage === 'undefined' ? '' : (sessionStorage.getItem(this.key) ?? '');
  }

  write(text: string): void {
    if (typeof sessionStorage === 'undefined') return;
    if (text === '') sessionStorage.removeItem(this.key);
    else sessionStorage.setItem(this.key, text);
  }
}
