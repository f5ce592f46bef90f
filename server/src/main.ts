import closeWithGrace from 'close-with-grace';
import { parseConfig, type Config } from './config.ts';
import { startServer, type RunningServer } from './startServer.ts';
import { StorageError } from './storage/StorageError.ts';

/* The process: reads the environment, serves, and stops cleanly when it is told to. */

/** Longest time a stopping server may take; after it the process ends whatever is left to do. */
const stopWithinMs = 9_500;

const config = readConfig();
const server = await start(config);
const { log } = server.app;
closeWithGrace({ delay: stopWithinMs, logger: log }, async ({ err, signal }) => {
  if (err) log.fatal({ err }, 'stopping after an error');
  else log.info({ signal }, 'stopping');
  await server.close();
});
const address = config.publicUrl ?? server.url;
process.stdout.write(`\nCommon Ground is running at ${address}\nStop it with Ctrl+C.\n\n`);

function readConfig(): Config {
  const parsed = parseConfig(process.env);
  if (parsed.ok) return parsed.value;
  const faults = parsed.error.map(({ name, message }) => `  ${name} ${message}\n`).join('');
  return stop(`Common Ground cannot start, because its configuration is not right:\n${faults}`);
}

async function start(config: Config): Promise<RunningServer> {
  try {
    return await startServer(config);
  } catch (error) {
    if (error instanceof StorageError) return stop(`Common Ground cannot start.\n${error.message}\n`);
    return stop(`Common Ground cannot start.\n${listenFault(error, config)}\n`);
  }
}

function listenFault(error: unknown, { port, host }: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop that one, or choose another PORT.`;
    case 'EACCES':
      return `Port ${port} needs rights that this user does not have. Choose a PORT above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Choose another HOST.`;
    default:
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Ends the process with a message for whoever started it. */
function stop(message: string): never {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}
