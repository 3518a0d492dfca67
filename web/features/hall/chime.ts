/** The sound before a call: two tones, made here, so that no file has to be there. */

let context: AudioContext | undefined;

/** Lets sound be heard from now on; browsers want a tap before. */
export function unlockSound(): void {
  context ??= 'AudioContext' in globalThis ? new AudioContext() : undefined;
  void context?.resume();
}

/** What sound is made with, once somebody has let it be heard. */
export function soundNow(): AudioContext | undefined {
  unlockSound();
  return context?.state === 'running' ? context : undefined;
}

/** Rings once and resolves when it has ended; at once where there is no sound. `volume` from 0 to 100. */
export function chime(volume = 100): Promise<void> {
  const sound = soundNow();
  if (!sound) return Promise.resolve();
  const tone = (hertz: number, from: number): void => {
    const oscillator = sound.createOscillator();
    const gain = sound.createGain();
    const at = sound.currentTime + from;
    oscillator.frequency.value = hertz;
    gain.gain.setValueAtTime(Math.max(0.001, 0.0025 * volume), at);
    gain.gain.exponentialRampToValueAtTime(0.001, at + 0.45);
    oscillator.connect(gain).connect(sound.destination);
    oscillator.start(at);
    oscillator.stop(at + 0.5);
  };
  tone(880, 0);
  tone(660, 0.35);
  return new Promise((done) => setTimeout(done, 850));
}
