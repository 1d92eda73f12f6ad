import { nestApp } from '../../tools/jest/preset.mjs';

export default nestApp('urn', import.meta.dirname);
