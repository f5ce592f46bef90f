import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { limits } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { configNames, parseConfig, type Config, type ConfigFault } from './config.ts';

const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');

describe('parseConfig', () => {
  it('works without any variable set', () => {
    expect(configOf({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      publicUrl: null,
      trustProxy: false,
      logLevel: 'info',
      tldrawLicenseKey: null,
      metricsToken: null,
      privateWebhooks: false,
      frameAncestors: ["'self'"],
      limits,
    });
  });

  it('takes every variable over', () => {
    const config = configOf({
      PORT: '8080',
      HOST: '0.0.0.0',
      DATA_DIR: '/var/lib/boards',
      PUBLIC_URL: 'https://Board.example.org/',
      TRUST_PROXY: '1',
      LOG_LEVEL: 'debug',
      TLDRAW_LICENSE_KEY: 'key',
      METRICS_TOKEN: 'sixteen-letters!',
      PRIVATE_WEBHOOKS: 'true',
      ALLOWED_ORIGINS: 'https://a.example, http://b.example:81',
      FRAME_ANCESTORS: 'self https://intranet.example',
      MAX_CONNECTIONS_PER_BOARD: '7',
      MAX_BOARD_BYTES: '70000',
      MAX_FRAME_BYTES: '70001',
      MAX_ASSET_BYTES: '70002',
      FRAME_BURST: '70',
      FRAMES_PER_SECOND: '71',
      CREATE_PER_MINUTE: '72',
      JOIN_PER_MINUTE: '73',
      UPLOAD_PER_MINUTE: '74',
      HISTORY_EVERY_MINUTES: '2',
      HISTORY_KEEP: '1d:1h, 30d:none',
    });
    expect(config).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/var/lib/boards',
      publicUrl: 'https://board.example.org',
      trustProxy: 1,
      logLevel: 'debug',
      tldrawLicenseKey: 'key',
      metricsToken: 'sixteen-letters!',
      privateWebhooks: true,
      allowedOrigins: ['https://a.example', 'http://b.example:81'],
      frameAncestors: ["'self'", 'https://intranet.example'],
      limits: {
        ...limits,
        maxConnectionsPerBoard: 7,
        maxBoardBytes: 70_000,
        maxFrameBytes: 70_001,
        maxAssetBytes: 70_002,
        frameBurst: 70,
        framesPerSecond: 71,
      },
      rates: { createPerMinute: 72, joinPerMinute: 73, uploadPerMinute: 74 },
      history: {
        everyMs: 120_000,
        keep: [
          { olderThanMs: 86_400_000, oneEveryMs: 3_600_000 },
          { olderThanMs: 2_592_000_000, oneEveryMs: null },
        ],
      },
    });
  });

  it('counts an empty variable as not set', () => {
    expect(configOf({ PORT: '', PUBLIC_URL: ' ' })).toEqual(configOf({}));
  });

  it('believes proxies by their addresses too', () => {
    expect(configOf({ TRUST_PROXY: 'true' }).trustProxy).toBe(true);
    expect(configOf({ TRUST_PROXY: '10.0.0.1, 10.1.0.0/16' }).trustProxy).toEqual([
      '10.0.0.1',
      '10.1.0.0/16',
    ]);
  });

  it('lists every fault at once, each with a way out', () => {
    const faults = faultsOf({
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'board.example.org',
      ALLOWED_ORIGINS: 'https://a.example/path',
      FRAME_ANCESTORS: 'everybody',
      FRAME_BURST: '0',
    });
    expect(faults).toEqual([
      { name: 'PORT', message: 'must be a whole number, for example 3000.' },
      {
        name: 'PUBLIC_URL',
        message: 'must be an address without a path, for example https://board.example.org.',
      },
      { name: 'LOG_LEVEL', message: 'must be one of fatal, error, warn, info, debug, trace and silent.' },
      {
        name: 'ALLOWED_ORIGINS',
        message: 'must be an address without a path, for example https://board.example.org.',
      },
      {
        name: 'FRAME_ANCESTORS',
        message: 'must be none, self or addresses, for example self https://intranet.example.org.',
      },
      { name: 'FRAME_BURST', message: 'must be 10 or more, for example 3000.' },
    ]);
  });

  it.each(['ftp://a.example', 'https://user@a.example', 'https://a.example/?q', 'null', '*'])(
    'refuses %s as an origin',
    (value) => {
      expect(faultsOf({ PUBLIC_URL: value })).toHaveLength(1);
    },
  );
});

describe('.env.example', () => {
  const lines = [...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)];

  it('names every variable the server knows, and no other', () => {
    expect(new Set(lines.map(([, name]) => name))).toEqual(new Set(configNames));
  });

  it('shows the defaults', () => {
    const shown = Object.fromEntries(lines.map(([, name, value]) => [name, value]));
    const withoutExample = { ...shown, PUBLIC_URL: '' };
    expect(configOf(withoutExample)).toEqual(configOf({}));
    expect(faultsOf(shown)).toEqual([]);
  });

  it('changes nothing when it is copied as it is', () => {
    expect(configOf(parseEnv(example))).toEqual(configOf({}));
  });
});

function configOf(env: Record<string, string | undefined>): Config {
  const parsed = parseConfig(env);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

function faultsOf(env: Record<string, string | undefined>): ConfigFault[] {
  const parsed = parseConfig(env);
  return parsed.ok ? [] : parsed.error;
}
