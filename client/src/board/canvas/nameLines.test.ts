import { expect, test } from 'vitest';
import { nameLines } from './nameLines.ts';

const section = { x: 0, y: 1000, w: 600, h: 400 };
const heading = { x: 0, y: 500, w: 300, h: 100 };

test('a name takes the lines that fit below what stands above its section', () => {
  expect(nameLines(section, [heading], 0.1)).toBe(2);
  expect(nameLines(section, [heading], 0.06)).toBe(1);
  expect(nameLines(section, [heading, { ...heading, y: 700 }], 0.1)).toBe(1);
});

test('a name without room is left out from afar, and has one line from near', () => {
  const touching = { ...heading, y: 900 };
  expect(nameLines(section, [touching], 0.1)).toBe(0);
  expect(nameLines(section, [touching], 0.5)).toBe(1);
});

test('a name has two lines where nothing is above', () => {
  expect(nameLines(section, [], 0.01)).toBe(2);
});

test('what stands beside, below or where the section is itself takes no room', () => {
  const others = [section, { ...heading, x: 600 }, { ...heading, x: -300 }, { ...heading, y: 1500 }];
  expect(nameLines(section, others, 0.05)).toBe(2);
});
