import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanContent } from './clean-content.ts';
import { cleanName, kindOfContent } from './kinds.ts';

/** 320 x 240: red, green, blue, white quarters, with an Exif block of a telephone; HEVC in HEIF. */
const heic = Buffer.from(
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAYBtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAANGlsb2MAAAAAREAAAgABAAAAAAGkAAEAAAAAAAAA0wACAAAAAAJ3AAEAAAAAAAABUAAAADhpaW5mAAAAAAACAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAFWluZmUCAAABAAIAAEV4aWYAAAAAv2lwcnAAAAChaXBjbwAAAHVodmNDAQNwAAAAAAAAAAAAPPAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAPLoCQCEAAQAoQgEBA3AAAAMAkAAAAwAAAwA8oAoIDxZbqSSmubAgAAADACAAAAMAISIAAQAHRAHBcrBiQAAAABRpc3BlAAAAAAAAAUAAAADwAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAittZGF0AAAAzygBr1IdlJWw+Q6SX//znd//lR6Q+xF0xsZI/A98vpQUE92oXMm0ON+2cHiai1TbqXt+9GV6egoBHQZ0pepGuB11KF/yv1Terq1XU0Qy1quVRlVwwTAG6JHuqKKwt4wkuiCjlmocCaZ2/m8X1IvCUInXvWmHinelxaOYHIUfUXhoEGAARsDSiS7F5geSFAvPjrOGm9leoPJJ0owUC27rXGERDA8oMceGxamFQFPWkwYiMWZAhwAAAwFNYVNa9SDySdKMFAtu61xmg2CssAABIwAAAABJSSoACAAAAAkADwECAAYAAACSAAAAEAECAAcAAACKAAAAEgEDAAEAAAABAAAAGgEFAAEAAAB6AAAAGwEFAAEAAACCAAAAKAEDAAEAAAACAAAAEwIDAAEAAAABAAAAaYcEAAEAAACYAAAAJYgEAAEAAADmAAAAAAAAADhjAADoAwAAOGMAAOgDAABpUGhvbmUAAEFwcGxlAAYAAJAHAAQAAAAwMjEwAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEAAABAAQAAA6AEAAEAAADwAAAAAAAAAAQAAQACAAIAAABOAAAAAgAFAAMAAAA0AQAAAwACAAIAAABFAAAABAAFAAMAAAAcAQAAAAAAAHgAAAABAAAACQAAAAEAAAAAAAAAAQAAAB4AAAABAAAADwAAAAEAAAAAAAAAAQAAAA==',
  'base64',
);

const quarters = async () =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#ffffff' } })
    .composite(
      (
        [
          ['#ff0000', 0, 0],
          ['#00ff00', 160, 0],
          ['#0000ff', 0, 120],
        ] as const
      ).map(([background, left, top]) => ({
        input: { create: { width: 160, height: 120, channels: 3, background } },
        left,
        top,
      })),
    )
    .withExif({
      IFD0: { Make: 'Telephone', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 9/1 0/1' },
    });

/** The colour at a point, to the nearest full one. */
async function colourAt(bytes: Uint8Array, left: number, top: number): Promise<string> {
  const { data } = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data].map((part) => (part > 127 ? 'f' : '0')).join('');
}

const refused = (bytes: Uint8Array): Promise<string> =>
  cleanContent(bytes).then(
    () => 'taken',
    (problem: { code: string; status: number }) => (problem.status < 500 ? problem.code : `${problem.status}`),
  );

describe('photos', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('%s: turned upright, without a place or a make', async (format) => {
    const jpeg = await (await quarters()).toFormat(format).withMetadata({ orientation: 6 }).toBuffer();
    expect((await sharp(jpeg).metadata()).orientation).toBe(6);
    const clean = await cleanContent(jpeg);
    expect(clean).toMatchObject({ mediaType: `image/${format}`, width: 240, height: 320, pages: null });
    const metadata = await sharp(clean.bytes).metadata();
    expect(metadata.exif ?? metadata.xmp ?? metadata.icc ?? metadata.iptc).toBeUndefined();
    expect(metadata.orientation ?? 1).toBe(1);
    expect(Buffer.from(clean.bytes).includes('GPS')).toBe(false);
    // Turned clockwise: what was on the left below is on the left above.
    expect(await colourAt(clean.bytes, 60, 80)).toBe('00f');
    expect(await colourAt(clean.bytes, 180, 80)).toBe('f00');
  });

  test('HEIC becomes JPEG, without a place or a make', async () => {
    expect(heic.includes('Apple')).toBe(true);
    expect(await kindOfContent(heic)).toBe('heic');
    const clean = await cleanContent(heic);
    expect(clean).toMatchObject({ mediaType: 'image/jpeg', width: 320, height: 240 });
    expect((await sharp(clean.bytes).metadata()).exif).toBeUndefined();
    expect(Buffer.from(clean.bytes).includes('Apple')).toBe(false);
    expect(await colourAt(clean.bytes, 60, 60)).toBe('f00');
    expect(await colourAt(clean.bytes, 240, 60)).toBe('0f0');
    expect(await colourAt(clean.bytes, 60, 180)).toBe('00f');
  });

  test('an archive behind a photo is gone', async () => {
    const jpeg = await (await quarters()).jpeg().toBuffer();
    const clean = await cleanContent(Buffer.concat([jpeg, Buffer.from('PK\x03\x04secret archive')]));
    expect(Buffer.from(clean.bytes).includes('secret')).toBe(false);
  });

  test('a large one is made smaller', async () => {
    const large = await sharp({ create: { width: 7000, height: 100, channels: 3, background: '#123456' } })
      .jpeg()
      .toBuffer();
    expect((await cleanContent(large)).width).toBe(5000);
  });
});

describe('what is no photo and no PDF', () => {
  const png = (width: number, height: number): Buffer => {
    const crc = (data: Buffer): Buffer => {
      let value = -1;
      for (const byte of data) {
        value ^= byte;
        for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
      }
      const out = Buffer.alloc(4);
      out.writeUInt32BE(~value >>> 0);
      return out;
    };
    const chunk = (type: string, data: Buffer): Buffer => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(data.length);
      const body = Buffer.concat([Buffer.from(type), data]);
      return Buffer.concat([length, body, crc(body)]);
    };
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 0, 0, 0, 0], 8);
    return Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  };

  test('a picture that unpacks to billions of pixels', async () => {
    expect(await refused(png(60_000, 60_000))).toBe('documents.imageTooLarge');
  });
  test('a photo that is cut off', async () => {
    const noise = await sharp({
      create: {
        width: 600,
        height: 400,
        channels: 3,
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
        background: '#000',
      },
    })
      .jpeg()
      .toBuffer();
    expect(await refused(noise.subarray(0, noise.length / 2))).toBe('documents.fileDamaged');
    expect(await refused(heic.subarray(0, 700))).toBe('documents.fileDamaged');
  });
  test.each([
    ['a program', Buffer.from(`MZ\x90\0\x03\0\0\0${'\0'.repeat(200)}`, 'latin1'), 'fileType'],
    ['an archive', Buffer.from(`PK\x03\x04${'\0'.repeat(200)}`, 'latin1'), 'fileType'],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), 'fileType'],
    [
      'a drawing that can carry scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'fileType',
    ],
    ['an animation', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'fileType'],
    ['nothing', Buffer.alloc(0), 'fileEmpty'],
    ['zeros', Buffer.alloc(5000), 'fileType'],
    ['a head and no body', Buffer.from('%PDF-1.7'), 'fileDamaged'],
    ['too much', Buffer.alloc(20 * 1024 * 1024 + 1, '%PDF-'), 'fileTooLarge'],
  ])('%s', async (_, bytes, code) => {
    expect(await refused(bytes)).toBe(`documents.${code}`);
  });
});

describe('names', () => {
  test.each([
    ['营业执照.JPG', '营业执照.jpg'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['C:\\Users\\me\\身份证 正面.heic', '身份证 正面.jpg'],
    ['invoice\u202Egpj.exe', 'invoicegpj.jpg'],
    ['a\r\nSet-Cookie: x.png', 'aSet-Cookie_ x.jpg'],
    ['.htaccess', 'htaccess.jpg'],
    ['', '照片.jpg'],
    ['<b>"x"?.jpg', '_b__x__.jpg'],
    [`${'长'.repeat(300)}.jpg`, `${'长'.repeat(80)}.jpg`],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanName(given, 'image/jpeg')).toBe(kept);
  });
});
