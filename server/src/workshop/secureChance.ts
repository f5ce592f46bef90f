import { randomBytes, randomInt } from 'node:crypto';
import type { Chance } from '@common-ground/workshop';

/** Dice that nobody can foresee: ids of 128 random bits, base64url. */
export const secureChance: Chance = {
  newId: () => randomBytes(16).toString('base64url'),
  below: (limit) => randomInt(limit),
};
