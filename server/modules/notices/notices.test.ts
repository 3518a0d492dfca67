import fc from 'fast-check';
import { createServer } from 'node:http';
import { createServer as createTcp, type AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { httpSms, Refused, smtpMail } from './gateways.ts';
import { attemptsAtMost, isQuiet, outsideQuietHours, pauseAfter } from './quiet-hours.ts';
import { say, sayCode, templateKeys, templates } from './templates.ts';

describe('quiet hours', () => {
  test.each([
    ['2026-06-10T20:59:59+08:00', '2026-06-10T20:59:59+08:00'],
    ['2026-06-10T21:00:00+08:00', '2026-06-11T08:00:00+08:00'],
    ['2026-06-10T23:59:59+08:00', '2026-06-11T08:00:00+08:00'],
    ['2026-06-11T00:00:00+08:00', '2026-06-11T08:00:00+08:00'],
    ['2026-06-11T07:59:59+08:00', '2026-06-11T08:00:00+08:00'],
    ['2026-06-11T08:00:00+08:00', '2026-06-11T08:00:00+08:00'],
  ])('%s goes out at %s', (at, out) => {
    expect(outsideQuietHours(new Date(at))).toEqual(new Date(out));
    expect(isQuiet(new Date(at))).toBe(at !== out);
  });

  test('what comes out is never quiet, never earlier, and less than half a day later', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (at) => {
        const out = outsideQuietHours(at);
        expect(isQuiet(out)).toBe(false);
        expect(out.getTime() - at.getTime()).toBeGreaterThanOrEqual(0);
        expect(out.getTime() - at.getTime()).toBeLessThanOrEqual(11 * 3_600_000);
      }),
    );
  });

  test('attempts end after some hours, with growing pauses', () => {
    const pauses = Array.from({ length: attemptsAtMost - 1 }, (_, at) => pauseAfter(at + 1));
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3600;
    expect(hours).toBeGreaterThan(3);
    expect(hours).toBeLessThan(12);
  });
});

describe('words', () => {
  const facts = {
    caseNumber: '330100-1',
    itemName: '出生登记',
    itemNameEn: 'Registration of birth',
    departmentName: '云溪区公安局',
    dueOn: '2026-07-10',
    until: '2026-07-02',
    amount: '12.00',
    place: '3 号窗口',
    toName: '云溪区民政局',
    procedure: '听证',
    trackingNumber: 'EM1',
    otherName: '李梅',
  };

  test.each(templateKeys)('%s says all in both languages, with every fact and with few', (key) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const full = say(key, language, facts);
      const few = say(key, language, {
        caseNumber: '330100-1',
        itemName: '出生登记',
        amount: '1.00',
        toName: 'X',
        procedure: 'X',
        otherName: 'X',
      });
      for (const { title, text } of [full, few]) {
        expect(`${title}${text}`).not.toMatch(/[{}[\]]|undefined|！/);
        expect(title.length).toBeGreaterThan(1);
        expect(text).toMatch(/[。.”]$/);
      }
    }
    // Two parts of an SMS at most: 70 Chinese letters each, less the sender's mark.
    if (templates[key].sms) expect(say(key, 'zh-CN', facts).text.length).toBeLessThan(125);
  });

  test('days as people say them; an English message falls back to the Chinese name', () => {
    expect(say('accepted', 'zh-CN', facts).text).toBe(
      '您申请的“出生登记”（330100-1）已受理。将在2026年7月10日前办结。',
    );
    expect(say('accepted', 'en', facts).text).toContain('by 10 Jul 2026');
    expect(say('closed', 'en', { itemName: '出生登记', caseNumber: '1' }).text).toContain('“出生登记”');
    const over = { windowNumber: 'A03', zone: 'A 综合受理' };
    expect(say('tideOver', 'en', { ...over, zoneEn: 'A Any matter' }).text).toContain('window in A Any matter is');
    expect(say('tideOver', 'en', over).text).toContain('window in A 综合受理 is');
    expect(sayCode('123456', 10).text).toContain('123456');
  });

  test('a fact cannot bring in another', () => {
    expect(say('closed', 'zh-CN', { itemName: '{caseNumber}', caseNumber: 'secret' }).text).toContain('{caseNumber}');
  });
});

describe('the SMS service over HTTP', () => {
  const serving = async (status: number, body: string, run: (url: string) => Promise<void>) => {
    const seen: { key: string | undefined; body: string }[] = [];
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (part) => (text += part));
      request.on('end', () => {
        seen.push({ key: request.headers['idempotency-key'] as string, body: text });
        response.writeHead(status).end(body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}/send`);
    } finally {
      server.close();
    }
    return seen;
  };
  const message = { id: 'id-1', to: '13800000000', title: 'x', text: '【一窗】已受理' };

  test('gets the id as idempotency key, and its own id is kept', async () => {
    const seen = await serving(200, '{"id":"p-7"}', async (url) => {
      expect(await httpSms({ url, token: 't' }).send(message)).toBe('p-7');
    });
    expect(seen).toEqual([{ key: 'id-1', body: JSON.stringify({ id: 'id-1', to: message.to, text: message.text }) }]);
  });
  test('that has the message already has sent it', async () => {
    await serving(409, '', async (url) => expect(await httpSms({ url }).send(message)).toBe('id-1'));
  });
  test('that refuses the number is not asked again; one that is out of order is', async () => {
    await serving(422, message.to, async (url) => {
      const failure = await httpSms({ url })
        .send(message)
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Refused);
      expect(String(failure)).not.toContain(message.to);
    });
    await serving(500, '', async (url) => {
      const failure = await httpSms({ url })
        .send(message)
        .catch((error: unknown) => error);
      expect(failure).not.toBeInstanceOf(Refused);
    });
  });
});

describe('the mail server', () => {
  /** As much of SMTP as it takes; `answer` is what it says to a recipient. */
  const serving = async (answer: string, run: (url: string) => Promise<void>): Promise<string> => {
    let got = '';
    const server = createTcp((socket) => {
      let inData = false;
      socket.write('220 test\r\n');
      socket.on('data', (part) => {
        const text = part.toString();
        got += text;
        if (inData) {
          if (!text.includes('\r\n.\r\n')) return;
          inData = false;
          socket.write('250 taken\r\n');
        } else if (text.startsWith('RCPT')) socket.write(`${answer}\r\n`);
        else if (text.startsWith('DATA')) {
          inData = true;
          socket.write('354 go on\r\n');
        } else if (text.startsWith('QUIT')) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      });
      socket.on('error', () => {});
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await run(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.close();
    }
    return got;
  };
  const message = { id: 'id-1', to: 'mei@example.com', title: '已受理', text: '您申请的“出生登记”已受理。' };
  const from = 'yichuang@yunxi.gov.cn';

  test('gets the same Message-ID with every attempt', async () => {
    const got = await serving('250 ok', async (url) => {
      expect(await smtpMail({ url, from }).send(message)).toBe('<id-1@yunxi.gov.cn>');
    });
    expect(got).toContain('Message-ID: <id-1@yunxi.gov.cn>');
    expect(got).toContain('To: mei@example.com');
  });
  test('that knows no such mailbox is not asked again; one that is busy is', async () => {
    for (const [answer, forGood] of [
      ['550 no such mailbox', true],
      ['451 later', false],
    ] as const) {
      await serving(answer, async (url) => {
        const failure = await smtpMail({ url, from })
          .send(message)
          .catch((error: unknown) => error);
        expect(failure instanceof Refused).toBe(forGood);
      });
    }
  });
});
