/**
 * Makes the clips of which calls are said: `node scripts/voice-clips.ts`, once, when a word changes; what it writes is committed. The
 * engine is no dependency of the product: `npm install --no-save --ignore-scripts @echogarden/espeak-ng-emscripten@0.3.5` before.
 * One file of sound for each language, 16 kHz, 16 bits, mono, and where in it each clip lies.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

interface Engine {
  set_voice(name: string): void;
  set_rate(wordsPerMinute: number): void;
  set_pitch(pitch: number): void;
  synthesize(text: string, take: (audio: Int8Array | undefined) => void): void;
  get_samplerate(): number;
}

const folder = path.join(import.meta.dirname, '../web/features/hall/voice');
const hertz = 16_000;
const gap = 0.02;
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [letter, letter] as const);
/** Loudness to which each clip is brought, as a part of full scale, and the highest peak. */
const [loudness, peak] = [0.16, 0.95];

type Words = readonly (readonly [key: string, text: string, voice?: string])[];
const spoken: Record<string, { voice: string; words: Words }> = {
  'zh-CN': {
    voice: 'cmn',
    words: [
      ['please', '请'],
      ['number', '号'],
      ['window', '到'],
      ['end', '号窗口办理'],
      ...['零', '幺', '二', '三', '四', '五', '六', '七', '八', '九'].map((text, i) => [String(i), text] as const),
      // Letters are said as everybody in China says them: in English.
      ...letters.map(([key, text]) => [key, text, 'en-us'] as const),
    ],
  },
  en: {
    voice: 'en-us',
    words: [
      ['please', 'Ticket'],
      ['number', 'please go to'],
      ['window', 'window'],
      ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map(
        (text, i) => [String(i), text] as const,
      ),
      ...letters,
    ],
  },
};

async function engine(): Promise<Engine> {
  const name = '@echogarden/espeak-ng-emscripten';
  const { default: load } = (await import(name)) as { default: () => Promise<{ eSpeakNGWorker: new () => Engine }> };
  return new (await load()).eSpeakNGWorker();
}

function synthesize(from: Engine, voice: string, text: string): Float32Array {
  const pieces: Buffer[] = [];
  from.set_voice(voice);
  from.set_rate(voice === 'cmn' ? 135 : 150);
  from.set_pitch(55);
  from.synthesize(text, (audio) => {
    if (audio) pieces.push(Buffer.from(audio.slice().buffer));
  });
  const bytes = Buffer.concat(pieces);
  return Float32Array.from({ length: bytes.length / 2 }, (_, i) => bytes.readInt16LE(i * 2) / 32_768);
}

/** To 16 kHz through a windowed sinc, so that nothing above 8 kHz folds back. */
function resample(sound: Float32Array, from: number): Float32Array {
  const ratio = from / hertz;
  const reach = 24;
  return Float32Array.from({ length: Math.floor(sound.length / ratio) }, (_, i) => {
    const at = i * ratio;
    let sum = 0;
    for (let k = Math.ceil(at) - reach; k <= at + reach; k++) {
      const x = at - k;
      const sinc = x === 0 ? 1 / ratio : Math.sin((Math.PI * x) / ratio) / (Math.PI * x);
      sum += (sound[k] ?? 0) * sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / (reach + 1)));
    }
    return sum;
  });
}

/** Silence at both ends is cut off up to 10 ms, the ends are faded, and all clips are equally loud. */
function finish(sound: Float32Array): Float32Array {
  const most = sound.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
  const loud = (x: number): boolean => Math.abs(x) > most * 0.03;
  const margin = hertz / 100;
  const cut = sound.slice(Math.max(0, sound.findIndex(loud) - margin), sound.findLastIndex(loud) + margin);
  const middle = cut.filter((x) => Math.abs(x) > most * 0.03);
  const rms = Math.sqrt(middle.reduce((sum, x) => sum + x * x, 0) / middle.length);
  const gain = Math.min(loudness / rms, peak / most);
  const fade = hertz / 200;
  return cut.map((x, i) => x * gain * Math.min(1, i / fade, (cut.length - i) / fade));
}

function wav(sound: Float32Array): Buffer {
  const file = Buffer.alloc(44 + sound.length * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(hertz, 24);
  file.writeUInt32LE(hertz * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(sound.length * 2, 40);
  sound.forEach((x, i) => file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, x)) * 32_767), 44 + i * 2));
  return file;
}

const speaker = await engine();
for (const [language, { voice, words }] of Object.entries(spoken)) {
  const at: Record<string, [from: number, seconds: number]> = {};
  const all: number[] = [];
  for (const [key, text, other] of words) {
    const clip = finish(resample(synthesize(speaker, other ?? voice, text), speaker.get_samplerate()));
    at[key] = [Number((all.length / hertz).toFixed(4)), Number((clip.length / hertz).toFixed(4))];
    for (const x of clip) all.push(x);
    for (let i = 0; i < gap * hertz; i++) all.push(0);
  }
  const short = language.slice(0, 2);
  writeFileSync(path.join(folder, `${short}.wav`), wav(Float32Array.from(all)));
  writeFileSync(
    path.join(folder, `${short}.ts`),
    `/** Where in ${short}.wav each clip lies: second at which it begins, and seconds. Written by scripts/voice-clips.ts. */\nexport const ${short}: Readonly<Record<string, readonly [from: number, seconds: number]>> = ${JSON.stringify(at)};\n`,
  );
  console.log(language, Object.keys(at).length, 'clips', (all.length / hertz).toFixed(1), 's', at);
}
