/**
 * Where messages leave the house: an SMS service over HTTP, an SMTP server, and in the demo a table that everybody may read.
 * Each is given the same id with every attempt, so that a message that was taken before an answer got lost is not sent twice.
 */
import { createTransport } from 'nodemailer';
import { ConfigProblem } from '#platform/config';
import type { Ground } from '#platform/ground';
import { saveToOutbox, type Channel } from './outgoing-store.ts';

/** A message on its way. `id` is the idempotency key. */
export interface Message {
  id: string;
  to: string;
  title: string;
  text: string;
}

/** What carries messages of one channel. */
export interface Gateway {
  /** Returns the provider's id. Throws `Refused` for what will never work, anything else for what may work later. */
  send(message: Message): Promise<string>;
}
export type SmsGateway = Gateway;
export type MailGateway = Gateway;
export type Gateways = Record<Channel, Gateway>;

/** The provider says that this message can never be sent: a number that is none. Trying again does not help. */
export class Refused extends Error {}

const patience = 10_000;

/**
 * An SMS service that takes JSON: POST {id, to, text} with `Idempotency-Key`, answered by {id}. 409 means that it has this
 * message already.
 */
export function httpSms(options: { url: string; token?: string }): SmsGateway {
  return {
    send: async ({ id, to, text }) => {
      const answer = await fetch(options.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': id,
          ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
        },
        body: JSON.stringify({ id, to, text }),
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      const body = await answer.text();
      if (answer.ok) return providerIdOf(body) ?? id;
      if (answer.status === 409) return id;
      // The body may repeat the number: only the status goes on record.
      const said = `the SMS service answered ${answer.status}`;
      if ([400, 404, 410, 413, 422].includes(answer.status)) throw new Refused(said);
      throw new Error(said);
    },
  };
}

function providerIdOf(body: string): string | undefined {
  try {
    const { id } = JSON.parse(body) as { id?: unknown };
    return typeof id === 'string' ? id.slice(0, 200) : undefined;
  } catch {
    return undefined;
  }
}

/** An SMTP server. `url` as nodemailer takes it: smtps://user:password@host. */
export function smtpMail(options: { url: string; from: string }): MailGateway {
  const transport = createTransport(options.url, { from: options.from });
  const host =
    options.from
      .split('@')
      .pop()!
      .replace(/[^A-Za-z0-9.-]/g, '') || 'localhost';
  return {
    send: async ({ id, to, title, text }) => {
      try {
        // SMTP knows no idempotency key; with the same Message-ID, mailboxes show a second copy as the first.
        const sent = await transport.sendMail({ to, subject: title, text, messageId: `<${id}@${host}>` });
        return sent.messageId;
      } catch (error) {
        const code = (error as { responseCode?: number }).responseCode;
        if (code !== undefined && code >= 550 && code < 560) throw new Refused(`the mail server answered ${code}`);
        throw new Error(
          `the mail server did not take it (${code ?? (error as { code?: string }).code ?? 'no answer'})`,
          {
            cause: error,
          },
        );
      }
    },
  };
}

/** The demo's telephone and mailbox: a table. */
export const outbox = (ground: Ground, channel: Channel): Gateway => ({
  send: async ({ id, to, title, text }) => {
    await ground.db.transaction(async (tx) =>
      saveToOutbox(tx, { id, channel, address: to, subject: title, body: text, at: ground.clock.now() }),
    );
    return id;
  },
});

const absent = (setting: string): Gateway => ({
  send: () => Promise.reject(new Refused(`nothing is set up to send this: set ${setting}`)),
});

/** Whether anything is set up for a channel: a service that the environment names, or the outbox of the demo. */
export const channelsOf = (
  ground: Pick<Ground, 'demo'>,
  env: NodeJS.ProcessEnv = process.env,
): Record<Channel, boolean> => ({
  sms: ground.demo || Boolean(env.SMS_GATEWAY_URL),
  email: ground.demo || Boolean(env.SMTP_URL),
});

/** The gateways of this installation: what the environment names, the outbox in the demo. */
export function openGateways(ground: Ground, env: NodeJS.ProcessEnv = process.env): Gateways {
  if (env.SMTP_URL && !env.MAIL_FROM)
    throw new ConfigProblem('SMTP_URL is set, but MAIL_FROM is not: set it to the address that e-mail comes from.');
  return {
    sms: env.SMS_GATEWAY_URL
      ? httpSms({ url: env.SMS_GATEWAY_URL, ...(env.SMS_GATEWAY_TOKEN ? { token: env.SMS_GATEWAY_TOKEN } : {}) })
      : ground.demo
        ? outbox(ground, 'sms')
        : absent('SMS_GATEWAY_URL'),
    email:
      env.SMTP_URL && env.MAIL_FROM
        ? smtpMail({ url: env.SMTP_URL, from: env.MAIL_FROM })
        : ground.demo
          ? outbox(ground, 'email')
          : absent('SMTP_URL'),
  };
}
