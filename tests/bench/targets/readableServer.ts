import { parseConfig, startServer } from '@common-ground/server';

/* Our server with a page in which functions have kept their names; `CLIENT_DIR` says where it was built. For profiles. */

const config = parseConfig(process.env);
if (!config.ok) throw new Error(JSON.stringify(config.error));
const server = await startServer(config.value, { clientDir: process.env['CLIENT_DIR'] ?? '' });
process.stdout.write(`Common Ground is running at ${server.url}\n`);
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
