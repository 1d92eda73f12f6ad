import { describe, expect, it } from '@jest/globals';
import { BadRequestException, NotFoundException } from '@nestjs/common';

import { mustBeAnAddress, mustBeWellFormed } from './well-formed.js';

const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);

describe('mustBeWellFormed', () => {
  it.each([
    ['nothing', undefined],
    ['text of every other kind', { title: 'Bänke\n\u202e🪑' }],
    ['a body as deep as ours are', nested(20)],
    ['numbers and null', [1, null, true]],
  ])('lets %s through', (_, part) => {
    expect(() => mustBeWellFormed(part)).not.toThrow();
  });

  it.each([
    ['a NUL in a text', { title: 'a\0b' }],
    ['a NUL in a name', { 'a\0b': 1 }],
    ['a NUL far inside', [[{ deep: ['\0'] }]]],
    ['endless nesting', nested(5_000)],
  ])('refuses %s', (_, part) => {
    expect(() => mustBeWellFormed({}, part)).toThrow(BadRequestException);
  });
});

describe('mustBeAnAddress', () => {
  it('lets the names of things through, and an address without any', () => {
    expect(() => mustBeAnAddress({ slug: 'hanley', number: '7' })).not.toThrow();
    expect(() => mustBeAnAddress(undefined)).not.toThrow();
  });

  it('finds nothing at an address with a NUL', () => {
    expect(() => mustBeAnAddress({ slug: 'han\0ley' })).toThrow(NotFoundException);
  });
});
