import { readConfig } from './platform/config/index.js';
import { startUrn } from './start-urn.js';

const config = readConfig(process.env);
const urn = await startUrn(config);
await urn.adminApp.listen(config.adminPort, config.adminHost);
await urn.publicApp.listen(config.port, config.host);
urn.timekeeper.start();

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void urn.stop().then(() => process.exit(0)));
}
