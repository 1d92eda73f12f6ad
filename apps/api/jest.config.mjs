import { nestApp } from '../../tools/jest/preset.mjs';

export default nestApp('api', import.meta.dirname);
