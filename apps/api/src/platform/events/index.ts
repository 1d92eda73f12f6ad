export { type EventHandler, type EventKind, type EventMark, Outbox } from './outbox.js';
