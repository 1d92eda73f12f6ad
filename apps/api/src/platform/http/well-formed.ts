import { BadRequestException, NotFoundException } from '@nestjs/common';

import { problem } from './problem.js';

/** Far deeper than any body of ours, far from the depth at which reading one overflows the stack. */
const DEEPEST = 32;

/**
 * What no field of ours can mean, refused before anything walks through it: nesting without end, and the NUL
 * character, which PostgreSQL's text cannot hold.
 *
 * @throws BadRequestException `request.malformed`
 */
export function mustBeWellFormed(...parts: readonly unknown[]): void {
  let level: unknown[] = [...parts];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw refused('It is nested too deeply.');
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one === 'string') mustHoldNoNul(one);
      else if (typeof one === 'object' && one !== null) {
        for (const [name, value] of Object.entries(one)) {
          mustHoldNoNul(name);
          next.push(value);
        }
      }
    }
    level = next;
  }
}

/**
 * What stands in an address and can name nothing of ours.
 *
 * @throws NotFoundException `request.not-found`
 */
export function mustBeAnAddress(params: unknown): void {
  if (!Object.values(params ?? {}).some((value) => typeof value === 'string' && value.includes('\0'))) return;
  throw new NotFoundException(problem(404, 'request.not-found', 'There is nothing at this address.'));
}

function mustHoldNoNul(text: string): void {
  if (text.includes('\0')) throw refused('It has a character that no text can hold.');
}

function refused(detail: string): BadRequestException {
  return new BadRequestException(problem(400, 'request.malformed', detail));
}
