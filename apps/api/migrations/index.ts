import { CreatePlatform1764000000000 } from './1764000000000-create-platform.js';

/** In the order they run. After a release only forwards. */
export const migrations = [CreatePlatform1764000000000];
