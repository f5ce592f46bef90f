import type { Sizes } from '../sizes.ts';
import { runBusyBoard } from './busyBoard.ts';
import { findMost } from './findMost.ts';
import type { Lab } from './Lab.ts';
import type { Measured, Scenario } from './Scenario.ts';

/** How many people one board takes before edits come late; each try has a server of its own. */
export const mostClients: Scenario = {
  id: 'mostClients',
  part: 'server',
  limitMs: 240_000,
  suits: () => true,
  // One try at the goal shows what is in the way.
  profiledSizes: (sizes) => ({
    ...sizes,
    mostClients: { ...sizes.mostClients, first: sizes.mostClients.wanted, refinements: 0, limitMs: 0 },
  }),
  run: async (lab, { mostClients: sizes }) => {
    let generatorCores = 0;
    const clients = await findMost(sizes, async (count) => {
      const tried = await tryWith(lab, sizes, count);
      const fits = (tried['p95Ms'] ?? Number.NaN) < sizes.limitMs && tried['cutOff'] === 0;
      // Where it stopped fitting, the generator may be what was too slow.
      if (!fits) generatorCores = Math.max(generatorCores, tried['generatorCores'] ?? 0);
      return fits;
    });
    return { clients, generatorCores, reachedMost: Number(clients === sizes.most) };
  },
};

async function tryWith(lab: Lab, sizes: Sizes['mostClients'], clients: number): Promise<Measured> {
  const own = await lab.another();
  try {
    return await runBusyBoard(own, await own.start(), {
      ...sizes,
      clients,
      writers: Math.min(clients, sizes.writers),
    });
  } finally {
    await own.close();
  }
}
