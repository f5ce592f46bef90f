export { createApp, type AppOptions, type Stores } from './app.ts';
export { parseConfig, type Config, type ConfigFault } from './config.ts';
export { historyTasks } from './history/historyTasks.ts';
export type { Ids } from './ids.ts';
export { startServer, type RunningServer, type StartOptions } from './startServer.ts';
export { systemClock } from './systemClock.ts';
