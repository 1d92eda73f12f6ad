import { readResult, verifyExport, type ExportSource, type Result } from '@commonthread/ballot-protocol';
import { checkChoices, countBallots } from '@commonthread/paper-rules';
import { answerOf, piecesIn } from './fetching.js';
import type { CheckNews, PublishedFile, Verified } from './messages.js';

/**
 * Fetches the published files of a vote and recomputes everything they claim. The ballots are checked as they come and
 * never held as a whole.
 *
 * @throws Unreachable
 */
export async function verifyFiles(
  files: readonly PublishedFile[],
  tell: (news: CheckNews) => void,
): Promise<Verified> {
  tell({ kind: 'progress', step: 'fetching', done: null });
  const began = performance.now();
  const urls = new Map(files.map(({ file, url }) => [file, url]));
  // Fetched once: what is verified and what the page is held to must be the same bytes.
  const resultUrl = urls.get('result.json');
  const result = new Uint8Array(resultUrl ? await (await answerOf(resultUrl)).arrayBuffer() : []);
  const source: ExportSource = {
    names: async () => [...urls.keys()],
    async *open(file) {
      if (file === 'result.json') yield result;
      else yield* piecesIn(await answerOf(urls.get(file)!));
    },
  };
  const report = await verifyExport(source, {
    ...{ checkChoices, count: countBallots },
    onProgress: (read, of) =>
      tell({
        kind: 'progress',
        step: 'verifying',
        ...(of ? { done: read / of, ballots: { read, of } } : { done: null }),
      }),
  });
  return {
    ...{ kind: 'verified', report },
    result: resultOf(result),
    seconds: (performance.now() - began) / 1000,
  };
}

function resultOf(bytes: Uint8Array): Result | null {
  try {
    return readResult(JSON.parse(new TextDecoder().decode(bytes)), 'result');
  } catch {
    return null;
  }
}
