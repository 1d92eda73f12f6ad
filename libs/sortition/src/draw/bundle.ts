import type { Category } from '../model/pool.js';
import type { Row } from '../model/panel-model.js';
import type { Level } from '../proof/level.js';

/** How many people have the same answers and the same kind of household; no row of a person is ever published. */
export interface PublishedType {
  readonly values: readonly string[];
  readonly people: number;
  /** Of people who share an address: which kind of address. */
  readonly homes?: number;
  /** On how many tickets people of this type sit, all together. */
  readonly seats: number;
  /** Each person's probability in the lottery that the tickets stand for. */
  readonly probability: number;
  readonly selectable: boolean;
}

export interface PublishedTicket {
  /** Seats per type. */
  readonly seats: readonly number[];
  /** One mark per seat, sorted: only its person can tell that it is theirs, and no two tickets can be linked. */
  readonly marks: readonly string[];
}

/**
 * What is published before the number is drawn. Its hash is the commitment: a changed seat, count or quota changes it.
 */
export interface DrawBundle {
  readonly version: 'draw/v1';
  readonly method: string;
  readonly size: number;
  readonly categories: readonly Category[];
  readonly types: readonly PublishedType[];
  /** How many addresses there are of each kind. */
  readonly homes: readonly number[];
  readonly cuts: readonly Row[];
  readonly caps: readonly Row[];
  readonly levels: readonly Level[];
  /** One hash per person in the pool, sorted; each person can open theirs. */
  readonly leaves: readonly string[];
  readonly tickets: readonly PublishedTicket[];
}

/** What one person is given in private, and nobody else. */
export interface Slip {
  readonly values: readonly string[];
  /** 16 bytes as hex. */
  readonly secret: string;
}
