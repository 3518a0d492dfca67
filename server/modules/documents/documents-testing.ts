/** What the tests of documents stand on: people of every role, a subject that is theirs, and uploads over HTTP. */
import sharp from 'sharp';
import { createAccount, givePost, openSession, sessionCookie } from '#modules/people';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import type { UploadedFile } from './contract.ts';
import { allowReading } from './reading.ts';

export interface Part {
  name?: string;
  filename?: string;
  content: Buffer | string;
}

export interface DocumentsTest {
  app: TestApp;
  /** Accounts by what they are: owner, stranger, clerk, farclerk (of another department), examiner, head, office, admin, auditor. */
  who: Record<string, string>;
  departmentId: string;
  /** Belongs to the owner and the department; kind `test`. */
  subjectId: string;
  cookieOf(account: string): Promise<string>;
  upload(
    account: string | null,
    parts: Part[],
    type?: string,
  ): Promise<{ status: number; body: UploadedFile & { code: string } }>;
}

export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#336699' } })
    .withExif({ IFD0: { Make: 'Telephone' } })
    .jpeg()
    .toBuffer();

export async function openDocumentsTest(): Promise<DocumentsTest> {
  const app = await openTestApp();
  const { ground } = app;
  const at = ground.clock.now();
  const who: Record<string, string> = {};
  const departmentId = newId();
  const subjectId = newId();
  await ground.db.transaction(async (tx) => {
    for (const name of ['owner', 'stranger', 'clerk', 'examiner', 'head', 'office', 'admin', 'auditor', 'farclerk'])
      who[name] = createAccount(tx, at, { loginName: `doc-${name}`, name });
    for (const role of ['clerk', 'examiner', 'head'] as const) givePost(tx, at, who[role]!, { role, departmentId });
    for (const role of ['office', 'admin', 'auditor'] as const) givePost(tx, at, who[role]!, { role });
    givePost(tx, at, who.farclerk!, { role: 'clerk', departmentId: newId() });
  });
  allowReading('test', async (_, id) =>
    id === subjectId ? { owners: [who.owner!], departments: [departmentId] } : undefined,
  );
  allowReading('testDraft', async () => ({ owners: [who.owner!] }), { filesMayGo: true });

  const cookies = new Map<string, string>();
  const cookieOf = async (account: string): Promise<string> => {
    const kept = cookies.get(account);
    if (kept) return kept;
    const cookie = `${sessionCookie}=${await openSession(ground, account, { secondFactor: true })}`;
    cookies.set(account, cookie);
    return cookie;
  };
  const upload: DocumentsTest['upload'] = async (account, parts, type) => {
    const boundary = '----x7f';
    const body = Buffer.concat([
      ...parts.flatMap(({ name = 'file', filename, content }) => [
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n\r\n`,
        ),
        Buffer.from(content as string),
        Buffer.from('\r\n'),
      ]),
      Buffer.from(`--${boundary}--\r\n`),
    ]);
    const answer = await app.http.inject({
      method: 'POST',
      url: '/api/files',
      headers: {
        'content-type': type ?? `multipart/form-data; boundary=${boundary}`,
        ...(account ? { cookie: await cookieOf(account) } : {}),
      },
      payload: body,
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  return { app, who, departmentId, subjectId, cookieOf, upload };
}
