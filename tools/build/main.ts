import { build, outputs } from './project.ts';

for (const output of Object.values(outputs)) await build(output, console.log);
