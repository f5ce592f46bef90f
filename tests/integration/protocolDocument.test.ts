import { readFileSync } from 'node:fs';
import {
  apiErrors,
  closeReasons,
  type CommandId,
  encodeBoardChange,
  encodeCommand,
  encodeSaved,
  limits,
  messageType,
  protocolVersion,
  syncType,
} from '@common-ground/protocol';
import { parseCommand, workshopLimits } from '@common-ground/workshop';
import { describe, expect, it } from 'vitest';

const text = readFileSync(new URL('../../docs/PROTOCOL.md', import.meta.url), 'utf8');

/** The rows of the table whose first column has this heading, without it; code marks are taken off. */
function table(heading: string): readonly (readonly string[])[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} `));
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  return lines.slice(start + 2, start + length).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.split(' ').map((byte) => Number.parseInt(byte, 16)));
}

describe('docs/PROTOCOL.md', () => {
  it('lists every close reason with its code and what to do', () => {
    const documented = table('reason').map(([reason, code, then]) => [reason, Number(code), then]);
    const real = Object.entries(closeReasons).map(([reason, { code, after }]) => [reason, code, after]);
    expect(documented).toEqual(real);
  });

  it('lists every error with its status', () => {
    const documented = table('code').map(([code, status]) => [code, Number(status)]);
    expect(documented).toEqual(Object.entries(apiErrors).map(([code, { status }]) => [code, status]));
  });

  it('lists every frame', () => {
    const numbers = table('frame').map(([frame]) => frame?.match(/^\d+( • \d+)?/)?.[0]);
    const { sync, ...others } = messageType;
    const syncs = Object.values(syncType).map((type) => `${sync} • ${type}`);
    expect(numbers).toEqual([...syncs, ...Object.values(others).map(String)]);
    expect(text).toContain(`&v=${protocolVersion}`);
  });

  it('gives examples byte for byte', () => {
    const saved = /stored: `([0-9a-f ]+)`/.exec(text)?.[1] ?? '';
    expect(bytesOf(saved)).toEqual(encodeSaved(3));
    const board = /title "Hi": `([0-9a-f ]+)`/.exec(text)?.[1] ?? '';
    expect(bytesOf(board)).toEqual(encodeBoardChange({ title: 'Hi' }));
    const command = /the command id "c1":\s*```\s*([0-9a-f\s]+)```/.exec(text)?.[1] ?? '';
    const envelope = { commandId: 'c1' as CommandId, command: { type: 'people.setHand', isUp: true } };
    expect(bytesOf(command.trim().replace(/\s+/g, ' '))).toEqual(encodeCommand(envelope));
    expect(parseCommand(envelope.command).ok).toBe(true);
  });

  it('names the limits that are in force', () => {
    expect(text).toContain(`at most ${limits.maxFrameBytes / 2 ** 20} MB`);
    expect(text).toContain(`at most ${limits.maxRecordBytes / 2 ** 10} kB`);
    expect(text).toContain(`a whole board ${limits.maxBoardBytes / 2 ** 20} MB`);
    expect(text).toContain(`${limits.frameBurst.toLocaleString('en')} frames at once`);
    expect(text).toContain(`${limits.framesPerSecond.toLocaleString('en')} a second`);
    expect(text).toContain(
      `${limits.syncRequestBurst} sync requests at once, and ${limits.syncRequestsPerSecond}`,
    );
    expect(text.replace(/\s+/g, ' ')).toContain(
      `${limits.commandBurst} commands at once, and ${limits.commandsPerSecond}`,
    );
    expect(text).toContain(
      `${limits.commandBurst} commands at once, and ${limits.commandsPerSecond} a second`,
    );
    expect(text).toContain(`latest ${workshopLimits.maxReceiptsPerPerson} accepted commands`);
    expect(text).toContain(`more than ${limits.maxBufferedBytes / 2 ** 20} MB waiting`);
    expect(text).toContain(`${limits.ticketTtlMs / 1_000} seconds, once`);
    expect(text).toContain(`${limits.maxAwarenessBytes / 2 ** 10} kB of JSON`);
    expect(text).toContain(`pings every ${limits.pingEveryMs / 1_000} seconds`);
  });
});
