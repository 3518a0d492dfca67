/** An invitation: what a district gives another one so that it can be entered there. Nothing in it is secret. */

export interface Invitation {
  code: string;
  name: string;
  baseUrl: string;
  publicKey: string;
  fingerprint: string;
}

const mark = 'yichuang-exchange-1';

/** As text, to be sent in any way: what counts is the fingerprint, compared by people. */
export const writeInvitation = ({ code, name, baseUrl, publicKey, fingerprint }: Invitation): string =>
  JSON.stringify({ invitation: mark, code, name, baseUrl, publicKey, fingerprint }, null, 1);

/** Undefined for a text that is none. */
export function readInvitation(text: string): Invitation | undefined {
  try {
    const { invitation, code, name, baseUrl, publicKey, fingerprint } = JSON.parse(text) as Record<string, unknown>;
    if (invitation !== mark) return undefined;
    const whole = { code, name, baseUrl, publicKey, fingerprint };
    return Object.values(whole).every((part) => typeof part === 'string' && part !== '')
      ? (whole as Invitation)
      : undefined;
  } catch {
    return undefined;
  }
}
