import { describe, expect, it } from 'vitest';
import { openDevices } from './devices.ts';

/** A machine: what it says to each request, and what it was asked for. */
function machine(answer: (wanted: MediaStreamConstraints) => string | null) {
  const asked: boolean[] = [];
  return {
    asked,
    getUserMedia: (wanted: MediaStreamConstraints = {}) => {
      asked.push(Boolean(wanted.video));
      const name = answer(wanted);
      return name === null
        ? Promise.resolve({ video: Boolean(wanted.video) } as unknown as MediaStream)
        : Promise.reject(Object.assign(new Error(name), { name }));
    },
  };
}

describe('camera and microphone', () => {
  it('are asked for only where they are needed', async () => {
    const whole = machine(() => null);
    expect(await openDevices('text', whole)).toBeUndefined();
    expect(await openDevices('audio', whole)).toEqual({ video: false });
    expect(await openDevices('video', whole)).toEqual({ video: true });
    expect(whole.asked).toEqual([false, true]);
  });

  it('are not asked for a second time when somebody said no', async () => {
    const strict = machine(() => 'NotAllowedError');
    expect(await openDevices('video', strict)).toBe('refused');
    expect(strict.asked).toEqual([true]);
  });

  it.each(['NotFoundError', 'NotReadableError'])(
    'leave the sound when the camera alone fails with %s',
    async (name) => {
      expect(
        await openDevices(
          'video',
          machine(({ video }) => (video ? name : null)),
        ),
      ).toEqual({ video: false });
      expect(
        await openDevices(
          'video',
          machine(() => name),
        ),
      ).toBe('missing');
    },
  );

  it('do not exist on a page without https', async () => {
    expect(await openDevices('video', undefined as never)).toBe('insecure');
  });
});
