import { cpus, totalmem } from 'node:os';
import type { Machine } from './Results.ts';

/** What this machine is; neither its name nor whose it is. `cores`: those the benchmark may use. */
export function readMachine(cores: number, hasSeparateCores: boolean): Machine {
  return {
    cpuModel: cpus()[0]?.model.trim() ?? 'Unknown processor',
    cores,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    hasSeparateCores,
  };
}
