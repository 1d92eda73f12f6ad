import { fileURLToPath } from 'node:url';

import { pureLib } from '../../tools/jest/preset.mjs';

const support = (name) => fileURLToPath(new URL(`support/${name}`, import.meta.url));

export default {
  ...pureLib('web-e2e', import.meta.dirname),
  testRegex: '\\.journey\\.ts$',
  testTimeout: 120_000,
  globalSetup: support('start-product.mjs'),
  globalTeardown: support('stop-product.mjs'),
};
