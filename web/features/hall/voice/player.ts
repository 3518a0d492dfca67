/** Says clips one after the other without a gap that a listener would hear: each is scheduled on the clock of the sound itself. */
import { soundNow } from '../chime.ts';
import { en } from './en.ts';
import enFile from './en.wav?url';
import type { Spoken } from './phrase.ts';
import { zh } from './zh.ts';
import zhFile from './zh.wav?url';

const clips: Record<Spoken, { file: string; at: typeof zh }> = {
  zh: { file: zhFile, at: zh },
  en: { file: enFile, at: en },
};
const loaded = new Map<Spoken, Promise<AudioBuffer>>();
/** Seconds between two clips: each has a hundredth of silence at both ends. */
const pause = 0.03;

/** Read once and kept; after a failure the next call tries again. */
function bufferOf(sound: AudioContext, language: Spoken): Promise<AudioBuffer> {
  const known = loaded.get(language);
  if (known) return known;
  const reading = (async () => {
    const answer = await fetch(clips[language].file);
    if (!answer.ok) throw new Error(`the clips cannot be read: ${answer.status}`);
    return sound.decodeAudioData(await answer.arrayBuffer());
  })();
  loaded.set(language, reading);
  reading.catch(() => loaded.delete(language));
  return reading;
}

/** Says a row of clips and resolves at its end; false where there is no sound, so that the caller may try otherwise. */
export async function sayClips(language: Spoken, row: readonly string[], volume: number): Promise<boolean> {
  const sound = soundNow();
  if (!sound) return false;
  const buffer = await bufferOf(sound, language);
  const gain = sound.createGain();
  gain.gain.value = volume / 100;
  gain.connect(sound.destination);
  let at = sound.currentTime + 0.05;
  for (const key of row) {
    const [from, seconds] = clips[language].at[key] ?? [];
    if (from === undefined || seconds === undefined) continue;
    const source = sound.createBufferSource();
    source.buffer = buffer;
    source.connect(gain);
    source.start(at, from, seconds);
    at += seconds + pause;
  }
  // By the clock of the device, not by `ended`: a device whose sound stops in the middle must not hold up the next call.
  await new Promise((resolve) => setTimeout(resolve, (at - sound.currentTime) * 1000 + 100));
  gain.disconnect();
  return true;
}
