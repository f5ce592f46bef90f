import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import websocket from '@fastify/websocket';
import type { Clock } from '@common-ground/sync';
import Fastify, { LogController, type FastifyServerOptions } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { AssetStore } from './assets/AssetStore.ts';
import type { Config } from './config.ts';
import { createContext } from './createContext.ts';
import { ApiError } from './errors/ApiError.ts';
import { bodyFor, errorHandler } from './errors/errorHandler.ts';
import type { Ids } from './ids.ts';
import type { Metrics } from './metrics/Metrics.ts';
import { registerClientFiles } from './plugins/clientFiles.ts';
import { registerOpenapi } from './plugins/openapi.ts';
import { registerSecurity } from './plugins/security.ts';
import { zodSerializer, zodValidator } from './plugins/zodCompilers.ts';
import { registerRoutes } from './routes/registerRoutes.ts';
import type { App } from './routes/routeTypes.ts';
import type { ServerContext } from './ServerContext.ts';
import type { DatabaseStores } from './storage/DatabaseStores.ts';
import { closeWebsockets } from './websocket/closeWebsockets.ts';

/** Where a server keeps things. */
export interface Stores extends DatabaseStores {
  readonly assets: AssetStore;
  /** How many calls wait for the database. */
  waitingCalls(): number;
}

/** What a server is made of; everything that is not pure comes in here. */
export interface AppOptions {
  readonly config: Config;
  readonly stores: Stores;
  /** 32 secret bytes. */
  readonly serverKey: Uint8Array;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The built client. */
  readonly clientDir: string;
  /** Of Common Ground. */
  readonly version: string;
  readonly logger: FastifyServerOptions['logger'];
}

/** Largest JSON body; a board with twelve partners needs 2 kB. */
const maxBodyBytes = 64 * 1024;
/** Longest time one request may take to arrive; an image over a slow line is the longest. */
const requestTimeoutMs = 120_000;
/** Browsers send large messages in fragments; whoever sends more than this is no browser. */
const maxFragments = 1_024;
/** How long a closed websocket may take to say goodbye. */
const closeTimeoutMs = 5_000;

/** Makes the server, ready for `listen` or `inject`. Closing it stores everything and closes every connection first. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, version } = options;
  const app: App = Fastify({
    logger: options.logger ?? false,
    // Its own lines would hold the whole address, with a ticket in it.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy as NonNullable<FastifyServerOptions['trustProxy']>,
    bodyLimit: maxBodyBytes,
    requestTimeout: requestTimeoutMs,
  }).withTypeProvider<ZodTypeProvider>();
  const context = createContext(options, app.log);
  app.addHook('onClose', () => context.historyThread.close());
  app.setValidatorCompiler(zodValidator);
  app.setSerializerCompiler(zodSerializer);
  app.setErrorHandler(errorHandler);
  logRequests(app);
  measureRequests(app, context.metrics);
  await registerSecurity(app, config);
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: () => new ApiError('too_many_requests'),
  });
  await app.register(compress, { global: true, threshold: 1_024, encodings: ['br', 'gzip'] });
  await registerOpenapi(app, version);
  await registerWebsocket(app, context);
  app.addHook('onReady', async () => {
    context.boardFeeds.start();
    void context.sender.run();
  });
  registerRoutes(app, context);
  await registerClientFiles(app, options.clientDir, config.tldrawLicenseKey);
  return app;
}

async function registerWebsocket(app: App, context: ServerContext): Promise<void> {
  const options = {
    maxPayload: context.config.limits.maxFrameBytes,
    perMessageDeflate: false,
    maxFragments,
    closeTimeout: closeTimeoutMs,
  };
  await app.register(websocket, {
    options,
    preClose: (done) =>
      void closeWebsockets(app, context).then(() => {
        context.boardFeeds.close();
        context.sender.close();
        done();
      }),
  });
  // Before the plugin's own handler, which would log the address with the ticket in it.
  app.addHook('onRequest', async (request) => {
    if (request.ws && request.routeOptions.url !== '/sync/:boardId') throw new ApiError('not_found');
  });
}

function measureRequests(app: App, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    metrics.answered(request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime);
  });
  app.addHook('onError', async (_request, _reply, error) => metrics.refused(bodyFor(error).code));
}

/** One line a request, for whoever looks for something: off unless the level is debug. */
function logRequests(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const { statusCode, elapsedTime } = reply;
    request.log.debug({ req: request, statusCode, elapsedMs: Math.round(elapsedTime) }, 'request');
  });
}
