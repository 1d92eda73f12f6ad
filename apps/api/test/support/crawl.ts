import { describeApi } from '../../src/openapi.js';
import type { TestApp } from './test-app.js';

/** Asks every address that only reads. @returns the answers by route */
export async function crawl(
  api: TestApp,
  token: string,
  values: Readonly<Record<string, string>>,
): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const [route, methods] of Object.entries(describeApi(api.app).paths)) {
    if (!methods.get) continue;
    const path = route
      .replace(/^\/api/, '')
      .replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? 'none'));
    const { statusCode, body } = await api.send('GET', path, undefined, token);
    answers.set(route, `${statusCode} ${body}`);
  }
  return answers;
}
