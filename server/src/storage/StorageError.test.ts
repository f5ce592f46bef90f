import { describe, expect, it } from 'vitest';
import { explainStorageError, isStorageError, StorageError } from './StorageError.ts';

describe('explainStorageError', () => {
  it.each([
    ['EACCES', /may not write here/],
    ['EROFS', /read-only file system/],
    ['ENOSPC', /disk is full/],
    ['ENOTDIR', /not a folder/],
    ['EIO', /disk reports an error/],
  ])('names the place, the reason and a way out for %s', (code, reason) => {
    const { message } = explainStorageError(Object.assign(new Error('no'), { code }), '/data');
    expect(message).toMatch(/^\/data: /);
    expect(message).toMatch(reason);
    expect(message).toMatch(/\.$/);
  });

  it.each([
    [8, /database is read-only/],
    [1032, /database is read-only/],
    [11, /database is damaged/],
    [13, /disk is full/],
    [26, /database is damaged/],
    [5, /another program holds/],
  ])('takes SQLite code %i by its primary code', (errcode, reason) => {
    const error = Object.assign(new Error('no'), { code: 'ERR_SQLITE_ERROR', errcode });
    expect(explainStorageError(error, '/data').message).toMatch(reason);
  });

  it('passes on what it does not know', () => {
    expect(explainStorageError(new Error('odd'), '/data').message).toBe('/data: odd');
    expect(explainStorageError('odd', '/data').message).toBe('/data: odd');
  });
});

describe('isStorageError', () => {
  it('tells trouble with the disk from a fault of ours', () => {
    expect(isStorageError(new StorageError('no'))).toBe(true);
    expect(isStorageError(Object.assign(new Error('no'), { code: 'ENOSPC' }))).toBe(true);
    expect(isStorageError(Object.assign(new Error('no'), { errcode: 13 }))).toBe(true);
    expect(isStorageError(new TypeError('no'))).toBe(false);
    expect(isStorageError(Object.assign(new Error('constraint'), { errcode: 19 }))).toBe(false);
    expect(isStorageError(Object.assign(new Error('no'), { code: 'FST_ERR' }))).toBe(false);
    expect(isStorageError('no')).toBe(false);
  });
});
