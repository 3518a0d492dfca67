import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { after, away, helpStates, isAway, keptPlace, overdue, partEndOf, patience } from './help.ts';
import { iceServersFor, readIceSettings } from './ice-servers.ts';

const at = new Date('2026-06-10T10:00:00+08:00');
const ago = (seconds: number): Date => new Date(at.getTime() - seconds * 1000);

describe('a help', () => {
  it('goes from waiting over talking to its end, and back to waiting when the clerk is lost', () => {
    expect(after('waiting', 'take')).toBe('talking');
    expect(after('talking', 'requeue')).toBe('waiting');
    expect(after('talking', 'handOver')).toBe('waiting');
    expect(after('talking', 'take')).toBeUndefined();
    expect(after('waiting', 'finish')).toBeUndefined();
  });

  it('says how the part of each clerk ended, also where it was not noted to whom the talk went', () => {
    expect(partEndOf(null, null)).toBeNull();
    expect([partEndOf('handOver', 'colleague'), partEndOf('handOver', 'queue'), partEndOf('handOver', null)]).toEqual(['handedOver', 'givenBack', 'passedOn']); // prettier-ignore
    expect(partEndOf('requeue', null)).toBe('lost');
    // Whatever else is done with a talk ends it.
    for (const act of ['finish', 'leave', 'lapse'] as const)
      expect([after('talking', act), partEndOf(act, null)]).toEqual(['ended', 'ended']);
  });

  it('has an end that stays', () => {
    for (const act of ['take', 'handOver', 'requeue', 'finish', 'leave', 'lapse'] as const)
      expect(after('ended', act)).toBeUndefined();
  });

  it('goes back to its place when the clerk stays away, and ends when the asker does', () => {
    const talking = { state: 'talking', askerSeenAt: at, clerkSeenAt: ago(patience + 1) } as const;
    expect(overdue(talking, at)).toBe('requeue');
    expect(overdue({ ...talking, clerkSeenAt: ago(patience) }, at)).toBeUndefined();
    expect(overdue({ ...talking, askerSeenAt: ago(patience + 1), clerkSeenAt: at }, at)).toBe('lapse');
    // Both away, as after a power cut: nobody loses the place for that.
    expect(overdue({ ...talking, askerSeenAt: ago(patience + 1) }, at)).toBe('requeue');
    expect(overdue({ state: 'waiting', askerSeenAt: ago(keptPlace), clerkSeenAt: null }, at)).toBeUndefined();
    expect(overdue({ state: 'waiting', askerSeenAt: ago(keptPlace + 1), clerkSeenAt: null }, at)).toBe('lapse');
  });

  it('never takes the place of an asker who is there', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...helpStates),
        fc.integer({ min: -3600, max: away }),
        fc.option(fc.integer({ min: -3600, max: 100_000 })),
        (state, asker, clerk) => {
          const heard = { state, askerSeenAt: ago(asker), clerkSeenAt: clerk === null ? null : ago(clerk) };
          expect(isAway(heard, 'asker', at)).toBe(false);
          expect(overdue(heard, at)).not.toBe('lapse');
        },
      ),
    );
  });
});

describe('servers for a connection', () => {
  const env = {
    ICE_SERVERS: 'stun:stun.example.cn:3478, turn:turn.example.cn:3478?transport=udp',
    TURN_SECRET: 's3cret',
  };
  it('get credentials that end', () => {
    const [stun, turn] = iceServersFor(readIceSettings(env), 'abc.asker', at);
    expect(stun).toEqual({ urls: ['stun:stun.example.cn:3478'] });
    const ends = Math.floor(at.getTime() / 1000) + 4 * 3600;
    expect(turn).toEqual({
      urls: ['turn:turn.example.cn:3478?transport=udp'],
      username: `${ends}:abc.asker`,
      credential: createHmac('sha1', 's3cret').update(`${ends}:abc.asker`).digest('base64'),
    });
  });
  it('are none by default, for one office network', () =>
    expect(iceServersFor(readIceSettings({}), 'x', at)).toEqual([]));
  it('say what to write when the setting is wrong', () => {
    expect(() => readIceSettings({ ICE_SERVERS: 'https://x' })).toThrow(/ICE_SERVERS holds "https:\/\/x"/);
    expect(() => readIceSettings({ ICE_SERVERS: 'turn:x.cn' })).toThrow(/TURN_SECRET/);
  });
});
