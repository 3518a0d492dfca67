/** Camera and microphone, and what to say when there are none. */
import type { Way } from '#modules/remotehelp/contract';

/** Why there is no picture or sound: the person said no, there is no device, or the page was not reached by https. */
export type Refused = 'refused' | 'missing' | 'insecure';

const small = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 20 } };

/** What a way of talking needs; without a camera the sound alone. Undefined when writing is enough. */
export async function openDevices(
  way: Way,
  // Without https a browser has no devices at all.
  devices: Pick<MediaDevices, 'getUserMedia'> | undefined = navigator.mediaDevices,
): Promise<MediaStream | Refused | undefined> {
  if (way === 'text') return undefined;
  if (!devices) return 'insecure';
  try {
    return await devices.getUserMedia({ audio: true, video: way === 'video' ? small : false });
  } catch (thrown) {
    const { name } = thrown as Error;
    // One of the two is not there, or held by another program: the other one is better than none.
    if (way === 'video' && (name === 'NotFoundError' || name === 'NotReadableError'))
      return openDevices('audio', devices);
    return name === 'NotAllowedError' ? 'refused' : 'missing';
  }
}
