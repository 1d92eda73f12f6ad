/** The ways of writing letters as bytes that files from British and European town halls come in. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** As people meet it where they save a file. */
const LABELS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (“Unicode text” in Excel)',
  'utf-16be': 'UTF-16, big-endian',
  'windows-1252': 'Windows-1252 (Western Europe, as Excel in the United Kingdom saves CSV)',
  'windows-1250': 'Windows-1250 (Central Europe)',
};

export const encodingLabel = (encoding: Encoding): string => LABELS[encoding];

export const isEncoding = (name: string): name is Encoding => (ENCODINGS as readonly string[]).includes(name);

/** What the first bytes of a file say by themselves, and how many bytes say it. */
export function markOf(bytes: Uint8Array): { encoding: Encoding; length: number } | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}
