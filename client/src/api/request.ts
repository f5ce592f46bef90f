import { apiErrorSchema, fail, ok, type Result } from '@common-ground/protocol';
import type { ZodType } from 'zod';
import type { ApiError } from './ApiError.ts';

/** The one thing the client needs of the network; `globalThis.fetch` in the browser. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** One call: where to, what with, and how to read the answer. */
export interface Call<T> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Participant token, for calls that need one. */
  readonly token?: string;
  /** Sent as JSON; a Blob is sent as it is, under its own type. */
  readonly body?: unknown;
  /** Calls it off; that counts as no answer. */
  readonly signal?: AbortSignal;
  /** Reads the body of a success; null where there is none (204). */
  readonly answer: ZodType<T> | null;
}

/** Makes one call. Never throws: no answer, a refusal and an unreadable answer are values. */
export async function request<T>(fetch: Fetch, call: Call<T>): Promise<Result<T, ApiError>> {
  const answered = await respond(fetch, call);
  if (!answered.ok) return answered;
  const response = answered.value;
  if (call.answer === null) return ok(undefined as T);
  const parsed = call.answer.safeParse(await jsonOf(response));
  return parsed.success ? ok(parsed.data) : fail({ kind: 'unreadable', status: response.status });
}

/** Makes a call that is answered with a file. Never throws. */
export async function requestFile(
  fetch: Fetch,
  call: Omit<Call<never>, 'answer'>,
): Promise<Result<Blob, ApiError>> {
  const answered = await respond(fetch, { ...call, answer: null });
  if (!answered.ok) return answered;
  try {
    return ok(await answered.value.blob());
  } catch {
    return fail({ kind: 'network' });
  }
}

async function respond(fetch: Fetch, call: Call<unknown>): Promise<Result<Response, ApiError>> {
  try {
    const response = await fetch(call.path, initOf(call));
    return response.ok ? ok(response) : fail(await errorOf(response));
  } catch {
    return fail({ kind: 'network' });
  }
}

function initOf(call: Call<unknown>): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (call.token !== undefined) headers['authorization'] = `Bearer ${call.token}`;
  const init: RequestInit = { method: call.method, headers, ...(call.signal && { signal: call.signal }) };
  if (call.body instanceof Blob) {
    headers['content-type'] = call.body.type;
    init.body = call.body;
  } else if (call.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(call.body);
  }
  return init;
}

async function errorOf(response: Response): Promise<ApiError> {
  const parsed = apiErrorSchema.safeParse(await jsonOf(response));
  if (parsed.success) return { kind: 'refused', code: parsed.data.code, fields: parsed.data.fields ?? [] };
  // A gateway answers for a server that is away.
  if (response.status === 502 || response.status === 504) return { kind: 'network' };
  return { kind: 'unreadable', status: response.status };
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
