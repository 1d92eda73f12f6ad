import { pureLib } from './jest/preset.mjs';

export default { ...pureLib('tools', import.meta.dirname), testTimeout: 60_000 };
