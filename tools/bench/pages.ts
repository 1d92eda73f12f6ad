import { freePort } from '../postgres/cluster.mjs';
import type { Figure } from './measure.ts';

/** Lighthouse with its mobile preset, and the scripts of a first visit as they cross the wire. */
export async function benchPages(
  address: string,
  paths: Readonly<Record<string, string>>,
): Promise<Figure[]> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const { default: lighthouse } = await import('lighthouse');
  const { chromium: playwright } = await import('playwright-core');
  const port = await freePort();
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      `--remote-debugging-port=${port}`,
    ],
  });
  try {
    const figures: Figure[] = [];
    for (const [name, path] of Object.entries(paths)) {
      const report = await lighthouse(address + path, {
        port,
        output: 'json',
        logLevel: 'silent',
        onlyCategories: ['performance', 'accessibility'],
      });
      const { categories, audits } = report!.lhr;
      const score = (id: string): string => ((categories[id]?.score ?? 0) * 100).toFixed(0);
      const requests =
        (
          audits['network-requests']?.details as
            { items?: { resourceType: string; transferSize: number }[] } | undefined
        )?.items ?? [];
      const scripts = requests
        .filter(({ resourceType }) => resourceType === 'Script')
        .reduce((sum, { transferSize }) => sum + transferSize, 0);
      figures.push({
        what: `Lighthouse, mobile: ${name}`,
        measured: `performance ${score('performance')}, accessibility ${score('accessibility')}, scripts ${(scripts / 1000).toFixed(0)} kB`,
        target: '>= 95, 100, < 120 kB',
        ratio: '',
      });
    }
    return figures;
  } finally {
    await browser.close();
  }
}
