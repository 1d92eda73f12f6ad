/**
 * Passes on the first value and then at most one every `pauseMs`, dropping those in between.
 * What `pass` rejects with is dropped too: it is only news about progress.
 */
export function everySoOften<Value>(
  pauseMs: number,
  pass: (value: Value) => Promise<void>,
): (value: Value) => void {
  let lastMs = -Infinity;
  return (value) => {
    const nowMs = performance.now();
    if (nowMs - lastMs < pauseMs) return;
    lastMs = nowMs;
    pass(value).catch(() => {});
  };
}
