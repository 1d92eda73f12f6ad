export { NoticesModule } from './notices.module.js';
export { type Told, ToldOfDecision } from './told-of-decision.js';
