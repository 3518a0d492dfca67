import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkPdf } from './pdf-check.ts';

const bytes = (text: string | Buffer): Uint8Array => Buffer.from(text as string, 'latin1');
const page = '3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n';
/** A small PDF with more objects in it. */
const pdf = (more = '', tail = '\n'): Uint8Array =>
  bytes(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n${page}${more}trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF${tail}`,
  );
const stream = (dictionary: string, content: Buffer): string =>
  `9 0 obj\n<< ${dictionary} /Length ${content.length} >>\nstream\n${content.toString('latin1')}\nendstream\nendobj\n`;
const script = '<< /S /JavaScript /JS (app.alert(1)) >>';

describe('a PDF is taken', () => {
  test('with its pages counted', () => {
    expect(checkPdf(pdf(page))).toEqual({ pages: 2 });
  });
  test('when its objects are packed', () => {
    const objects = deflateSync(Buffer.from('5 0 << /Type /Page >>'));
    expect(checkPdf(pdf(stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', objects)))).toEqual({ pages: 2 });
  });
  test('that opens on a page, has links and outlines, and ends in blanks', () => {
    const links =
      '7 0 obj\n<< /OpenAction [3 0 R /Fit] /A << /S /URI /URI (https://gov.cn) >> /First 8 0 R >>\nendobj\n';
    expect(checkPdf(pdf(links, '\r\n\0\0'))).toEqual({ pages: 1 });
  });
});

describe('a PDF is refused', () => {
  test.each([
    ['a script', `7 0 obj\n${script}\nendobj\n`, 'pdfActive'],
    ['a script with its name disguised', '7 0 obj\n<< /S /J#61va#53cript /JS (x) >>\nendobj\n', 'pdfActive'],
    ['a program to launch', '7 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n', 'pdfActive'],
    ['an XFA form', '7 0 obj\n<< /AcroForm << /XFA 8 0 R >> >>\nendobj\n', 'pdfActive'],
    [
      'a script in packed objects',
      stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', deflateSync(Buffer.from(`5 0 ${script}`))),
      'pdfActive',
    ],
    [
      'a script in packed objects hidden behind a stream that is none',
      `8 0 obj\n( >> stream\n)\nendobj\n${stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', deflateSync(Buffer.from(`5 0 ${script}`)))}`,
      'pdfActive',
    ],
    [
      'a script in packed objects without their checksum',
      stream(
        '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
        deflateSync(Buffer.from(`5 0 ${script}`)).subarray(0, -4),
      ),
      'pdfActive',
    ],
    [
      'objects packed in a way that we cannot read',
      stream('/Type /ObjStm /N 1 /First 4 /Filter [/ASCII85Decode /FlateDecode]', Buffer.from('x')),
      'pdfActive',
    ],
    [
      'a program as attachment',
      stream('/Type /EmbeddedFile /Filter /FlateDecode', deflateSync(Buffer.from('MZ\x90\0program'))),
      'pdfActive',
    ],
    [
      'contents that unpack without end',
      Array.from({ length: 6 }, () => stream('/Filter /FlateDecode', deflateSync(Buffer.alloc(60_000_000)))).join(''),
      'pdfDense',
    ],
  ])('with %s', (_, more, fault) => {
    expect(checkPdf(pdf(more))).toEqual({ fault });
  });

  test('when it is locked', () => {
    const locked = bytes(Buffer.from(pdf()).toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 9 0 R'));
    expect(checkPdf(locked)).toEqual({ fault: 'pdfLocked' });
  });
  test('when something else stands behind it or before it', () => {
    expect(checkPdf(pdf('', '\nPK\x03\x04archive'))).toEqual({ fault: 'fileType' });
    expect(checkPdf(bytes(`MZ${Buffer.from(pdf()).toString('latin1')}`))).toEqual({ fault: 'fileType' });
  });
  test('when it is cut off, or empty', () => {
    expect(checkPdf(pdf().subarray(0, 150))).toEqual({ fault: 'fileDamaged' });
    expect(checkPdf(bytes('%PDF-1.7\nstartxref\n0\n%%EOF'))).toEqual({ fault: 'fileDamaged' });
  });
});
