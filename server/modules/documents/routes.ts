/** Documents over HTTP. */
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { files } from '#platform/files';
import { brake } from '#platform/brake';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import type { Actor, Ties } from '#platform/permissions';
import { documentsContract } from './contract.ts';
import { deliverFile } from './deliver-file.ts';
import { getFile, listShares } from './file-store.ts';
import { inTurn, readUpload, uploadLimits } from './files/read-upload.ts';
import { removeFile, uploadFile } from './files/upload-file.ts';
import { documentsOf } from './freeze-document.ts';
import { may } from './may.ts';
import { openDocument } from './open-document.ts';
import { documentProblems } from './problems.ts';
import { joined, tiesOfSubject, waitsForFee } from './reading.ts';
import { isParty, serveByOpening } from './serve-document.ts';
import { getDocument, type DocumentRow } from './store.ts';
import { verifyDocument } from './verify-document.ts';

/** Forty codes at once for a hall behind one address, then one each two seconds. */
const verifyBrake = brake(40, 2);
/** A person with a phone full of photos; a machine gets no further. */
const uploadBrake = brake(120, 2);

export function routes(app: FastifyInstance, ground: Ground): void {
  void app.register(multipart, { limits: uploadLimits, throwFileSizeLimit: true });
  const { db } = ground;

  const tiesOfDocument = async (row: DocumentRow, actor: Actor): Promise<Ties> => {
    const ties = await tiesOfSubject(db, { kind: row.subjectKind, id: row.subjectId }, actor);
    return {
      ...ties,
      owners: [...(ties.owners ?? []), row.recipientId],
      departments: [...(ties.departments ?? []), row.departmentId],
    };
  };

  /** Of what a file was given to beside what it belongs to. */
  const tiesOfShares = async (fileId: string, actor: Actor): Promise<Ties[]> =>
    Promise.all((await listShares(db, fileId)).map((subject) => tiesOfSubject(db, subject, actor)));

  serve(app, 'documents', documentsContract, may, {
    uploadFile: async ({ raw, actor }) => {
      uploadBrake(ground, actor.accountId ?? raw.ip);
      const file = await inTurn(async () => uploadFile(ground, actor, await readUpload(raw)));
      return { ...file, createdAt: file.createdAt.toISOString() };
    },
    downloadFile: async ({ params, query, actor, allow, reply }) => {
      const file = await getFile(db, params.id);
      const subject = file.subjectKind && file.subjectId ? { kind: file.subjectKind, id: file.subjectId } : null;
      const ties: Ties = subject
        ? joined([await tiesOfSubject(db, subject, actor), ...(await tiesOfShares(file.id, actor))])
        : { private: true };
      allow({ ...ties, owners: [...(ties.owners ?? []), file.ownerId] });
      deliverFile(reply, { type: file.mediaType, name: file.name, tag: file.storedSha256, download: query.download });
      reply.header('content-length', file.size).send(await files(ground).stream(file.key));
    },
    removeFile: async ({ params, allow }) => {
      const file = await getFile(db, params.id);
      allow({ owners: [file.ownerId] });
      await removeFile(ground, file);
    },
    listDocuments: async ({ query, actor, allow }) => {
      allow(await tiesOfSubject(db, { kind: query.subjectKind ?? 'case', id: query.subjectId }, actor));
      const listed = await documentsOf(db, query.subjectId);
      return listed.map((document) => ({ ...document, issuedAt: document.issuedAt.toISOString() }));
    },
    openDocument: async ({ params, query, actor, allow, reply }) => {
      const row = await getDocument(db, params.id);
      const ties = await tiesOfDocument(row, actor);
      allow(ties);
      const party = isParty(actor, ties.owners ?? []);
      if (party && (await waitsForFee(db, row))) throw documentProblems.payFirst();
      const size = query.paper ?? 'a4';
      const bytes = await openDocument(ground, row, size);
      if (party) await serveByOpening(ground, row, actor);
      const name = `${row.number}.pdf`;
      deliverFile(reply, { type: 'application/pdf', name, tag: `${row.hash}-${size}`, download: query.download });
      reply.send(bytes);
    },
    verifyDocument: async ({ params, raw }) => {
      verifyBrake(ground, raw.ip);
      return verifyDocument(db, params.code);
    },
  });
}
