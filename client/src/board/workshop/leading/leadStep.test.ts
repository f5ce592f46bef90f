import { describe, expect, it } from 'vitest';
import { leadStep } from './leadStep.ts';

const state = { leaderId: 'fay', isHere: true, followed: null, following: null };

describe('following a lead', () => {
  it('begins as soon as the leader is here', () => {
    expect(leadStep({ ...state, isHere: false })).toEqual({ act: 'none', followed: null });
    expect(leadStep(state)).toEqual({ act: 'follow', followed: 'fay' });
  });

  it('takes over from somebody whom one followed by oneself', () => {
    expect(leadStep({ ...state, following: 'ben' })).toEqual({ act: 'follow', followed: 'fay' });
  });

  it('goes on while the screen follows', () => {
    expect(leadStep({ ...state, followed: 'fay', following: 'fay' })).toEqual({
      act: 'none',
      followed: 'fay',
    });
  });

  it('is left by moving one’s own view', () => {
    expect(leadStep({ ...state, followed: 'fay' })).toEqual({ act: 'leave', followed: null });
  });

  it('waits for a leader who went away, without leaving', () => {
    expect(leadStep({ ...state, followed: 'fay', isHere: false })).toEqual({ act: 'none', followed: null });
  });

  it('ends with the lead, and leaves alone whom one follows by oneself', () => {
    expect(leadStep({ ...state, leaderId: null, followed: 'fay', following: 'fay' }).act).toBe('stop');
    expect(leadStep({ ...state, leaderId: null, following: 'ben' }).act).toBe('none');
  });
});
