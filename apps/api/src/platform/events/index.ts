export { type EventHandler, type EventKind, Outbox } from './outbox.js';
