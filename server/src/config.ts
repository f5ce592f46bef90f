import { fail, limits, ok, type Result } from '@common-ground/protocol';
import { z } from 'zod';
import type { HistoryConfig } from './history/BoardHistory.ts';
import { defaultKeep, parseKeepPolicy } from './history/keepPolicy.ts';

/** Numbers that bound what one board, one socket and one visitor may use; protocol/limits.ts where not configured. */
export type ServerLimits = { readonly [Name in keyof typeof limits]: number };

/** How often one network address may do what costs the server something. */
export interface RateLimits {
  readonly createPerMinute: number;
  readonly joinPerMinute: number;
  readonly uploadPerMinute: number;
}

/** Everything that whoever runs the server can choose. Nobody but main.ts reads the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Origin under which people reach the server, without a slash at the end; null: the one each request came by. */
  readonly publicUrl: string | null;
  /** As Fastify's `trustProxy`: which proxies' X-Forwarded headers are believed. */
  readonly trustProxy: boolean | number | readonly string[];
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly tldrawLicenseKey: string | null;
  /** What whoever reads `/metrics` has to give; null: only programs of this machine may. */
  readonly metricsToken: string | null;
  /** Whether webhooks may go to private addresses and by plain http. */
  readonly privateWebhooks: boolean;
  /** Further origins whose pages may open the websocket. */
  readonly allowedOrigins: readonly string[];
  /** CSP sources of the sites that may show a board inside their page. */
  readonly frameAncestors: readonly string[];
  readonly limits: ServerLimits;
  readonly rates: RateLimits;
  readonly history: HistoryConfig;
}

/** One thing wrong with the environment, and how to put it right. */
export interface ConfigFault {
  readonly name: string;
  readonly message: string;
}

/** The variables the server knows; any other environment variable is none of its business. */
export const configNames = [
  'PORT',
  'HOST',
  'DATA_DIR',
  'PUBLIC_URL',
  'TRUST_PROXY',
  'LOG_LEVEL',
  'TLDRAW_LICENSE_KEY',
  'METRICS_TOKEN',
  'PRIVATE_WEBHOOKS',
  'ALLOWED_ORIGINS',
  'FRAME_ANCESTORS',
  'MAX_CONNECTIONS_PER_BOARD',
  'MAX_BOARD_BYTES',
  'MAX_FRAME_BYTES',
  'MAX_ASSET_BYTES',
  'FRAME_BURST',
  'FRAMES_PER_SECOND',
  'CREATE_PER_MINUTE',
  'JOIN_PER_MINUTE',
  'UPLOAD_PER_MINUTE',
  'HISTORY_EVERY_MINUTES',
  'HISTORY_KEEP',
] as const;

/**
 * Reads the configuration out of environment variables. An empty variable counts as not set. Fails with every
 * fault at once, so that one restart is enough.
 */
export function parseConfig(
  env: Readonly<Record<string, string | undefined>>,
): Result<Config, ConfigFault[]> {
  const given = Object.fromEntries(
    configNames.flatMap((name) => {
      const value = env[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return ok(toConfig(parsed.data));
  return fail(
    parsed.error.issues.map(({ path, message }) => ({ name: String(path[0]), message: `${message}.` })),
  );
}

const wholeNumber = (min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number, for example ${fallback}`)
    .transform(Number)
    .pipe(
      z
        .number()
        .min(min, `must be ${min} or more, for example ${fallback}`)
        .max(max, `must be ${max} or less, for example ${fallback}`),
    )
    .default(fallback);

const origin = z.string().transform((value, context) => {
  const found = originOf(value);
  if (found !== null) return found;
  context.addIssue({
    code: 'custom',
    message: 'must be an address without a path, for example https://board.example.org',
  });
  return z.NEVER;
});

const originList = z
  .string()
  .transform(splitList)
  .pipe(z.array(origin))
  .default(() => []);

const trustProxy = z
  .string()
  .transform((value) => {
    if (value === 'true' || value === 'false') return value === 'true';
    return /^\d+$/.test(value) ? Number(value) : splitList(value);
  })
  .default(false);

const frameAncestors = z
  .string()
  .transform((value, context) => {
    const sources = splitList(value).map((source) =>
      source === 'self' || source === 'none' ? `'${source}'` : originOf(source),
    );
    if (sources.every((source) => source !== null)) return sources;
    context.addIssue({
      code: 'custom',
      message: 'must be none, self or addresses, for example self https://intranet.example.org',
    });
    return z.NEVER;
  })
  .default(["'self'"]);

const keepPolicy = z
  .string()
  .default(defaultKeep)
  .transform((value, context) => {
    const policy = parseKeepPolicy(value);
    if (policy !== null) return policy;
    context.addIssue({
      code: 'custom',
      message: `must be ages with how much is kept from then on, for example ${defaultKeep}`,
    });
    return z.NEVER;
  });

const envSchema = z.object({
  PORT: wholeNumber(0, 65_535, 3000),
  // Only this machine, until somebody decides otherwise: a board server should not be open to a whole network by accident.
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: origin.optional(),
  TRUST_PROXY: trustProxy,
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace and silent',
    })
    .default('info'),
  TLDRAW_LICENSE_KEY: z.string().optional(),
  METRICS_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  PRIVATE_WEBHOOKS: z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .default('false')
    .transform((value) => value === 'true'),
  ALLOWED_ORIGINS: originList,
  FRAME_ANCESTORS: frameAncestors,
  MAX_CONNECTIONS_PER_BOARD: wholeNumber(1, 100_000, limits.maxConnectionsPerBoard),
  MAX_BOARD_BYTES: wholeNumber(65_536, 2 ** 30, limits.maxBoardBytes),
  MAX_FRAME_BYTES: wholeNumber(65_536, 2 ** 28, limits.maxFrameBytes),
  MAX_ASSET_BYTES: wholeNumber(1_024, 2 ** 28, limits.maxAssetBytes),
  FRAME_BURST: wholeNumber(10, 1_000_000, limits.frameBurst),
  FRAMES_PER_SECOND: wholeNumber(10, 1_000_000, limits.framesPerSecond),
  // Many people of one workshop share one network address, so these are generous.
  CREATE_PER_MINUTE: wholeNumber(1, 1_000_000, 60),
  JOIN_PER_MINUTE: wholeNumber(1, 1_000_000, 1_200),
  UPLOAD_PER_MINUTE: wholeNumber(1, 1_000_000, 300),
  HISTORY_EVERY_MINUTES: wholeNumber(1, 1_440, 5),
  HISTORY_KEEP: keepPolicy,
});

function toConfig(env: z.infer<typeof envSchema>): Config {
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    publicUrl: env.PUBLIC_URL ?? null,
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    tldrawLicenseKey: env.TLDRAW_LICENSE_KEY ?? null,
    metricsToken: env.METRICS_TOKEN ?? null,
    privateWebhooks: env.PRIVATE_WEBHOOKS,
    allowedOrigins: env.ALLOWED_ORIGINS,
    frameAncestors: env.FRAME_ANCESTORS,
    limits: {
      ...limits,
      maxConnectionsPerBoard: env.MAX_CONNECTIONS_PER_BOARD,
      maxBoardBytes: env.MAX_BOARD_BYTES,
      maxFrameBytes: env.MAX_FRAME_BYTES,
      maxAssetBytes: env.MAX_ASSET_BYTES,
      frameBurst: env.FRAME_BURST,
      framesPerSecond: env.FRAMES_PER_SECOND,
    },
    rates: {
      createPerMinute: env.CREATE_PER_MINUTE,
      joinPerMinute: env.JOIN_PER_MINUTE,
      uploadPerMinute: env.UPLOAD_PER_MINUTE,
    },
    history: { everyMs: env.HISTORY_EVERY_MINUTES * 60_000, keep: env.HISTORY_KEEP },
  };
}

function splitList(value: string): string[] {
  return value.split(/[\s,]+/).filter(Boolean);
}

function originOf(value: string): string | null {
  if (!URL.canParse(value)) return null;
  const url = new URL(value);
  const isBare = url.pathname === '/' && !url.search && !url.hash && !url.username;
  return isBare && /^https?:$/.test(url.protocol) ? url.origin : null;
}
