/** Preparing, publishing and withdrawing versions, handing items down, importing lists: operations of the staff. */
import type { Ground } from '#platform/ground';
import type { Handlers } from '#platform/http';
import type { catalogueContract } from './contract.ts';
import { readGiven } from './import/headers.ts';
import { runImport } from './import/run-import.ts';
import { UnreadableList } from './import/read-table.ts';
import { findRuns } from './import/store.ts';
import { bodyFaults } from './items/body-faults.ts';
import { differenceOf } from './items/difference.ts';
import { createItem, dropDraft, saveDraft } from './items/edit-draft.ts';
import { cancelVersion, publishItem, withdrawItem } from './items/publish.ts';
import { draftView, readDraft, readHistory } from './items/read-draft.ts';
import { getVersion } from './items/read-version.ts';
import { findDraft, findDrafts, getItem } from './items/store.ts';
import { handDown, takeBack } from './offers/hand-down.ts';
import { findOfferHistory } from './offers/store.ts';
import { catalogueProblems } from './problems.ts';
import { reportOf } from './import/report.ts';

/** Bytes of a list that is sent; the command line takes larger ones. */
const largestList = 64 * 1024 * 1024;

type Editing =
  | 'createItem'
  | 'listDrafts'
  | 'getDraft'
  | 'saveDraft'
  | 'dropDraft'
  | 'checkItem'
  | 'publishItem'
  | 'cancelVersion'
  | 'withdrawItem'
  | 'listVersions'
  | 'compareVersions'
  | 'listOffers'
  | 'handDown'
  | 'takeBack'
  | 'importItems'
  | 'listImports';

export function editing(ground: Ground): Pick<Handlers<typeof catalogueContract>, Editing> {
  const { db } = ground;
  /** The item and its draft both say whose it is: a draft may hand it to another department. */
  const tied = async (id: string, allow: (ties: { departments: string[] }) => void) => {
    const item = await getItem(db, id);
    allow({ departments: [item.departmentId] });
    return item;
  };
  return {
    createItem: async ({ body, actor, allow }) => {
      allow({ departments: [body.departmentId] });
      const draft = await createItem(ground, actor, body);
      return draftView({ ...draft, code: body.code, lastVersion: 0 });
    },
    listDrafts: async ({ actor }) => {
      const all = actor.posts.some(({ role }) => role === 'office');
      const own = actor.posts.flatMap(({ role, departmentId }) =>
        role === 'head' && departmentId ? [departmentId] : [],
      );
      return { rows: (await findDrafts(db, all ? undefined : own)).map(draftView) };
    },
    getDraft: async ({ params, allow }) => readDraft(ground, await tied(params.id, allow)),
    saveDraft: async ({ params, body, actor, allow }) => {
      const item = await tied(params.id, allow);
      allow({ departments: [body.departmentId] });
      const draft = await saveDraft(ground, actor, item, body);
      return draftView({ ...draft, code: item.code, lastVersion: item.lastVersion });
    },
    dropDraft: async ({ params, allow }) => {
      await tied(params.id, allow);
      await dropDraft(ground, params.id);
    },
    checkItem: ({ body }) => ({ faults: bodyFaults(body.body) }),
    publishItem: ({ params, body, actor }) => publishItem(ground, actor, params.id, body),
    cancelVersion: ({ params, body, actor }) => cancelVersion(ground, actor, params.id, params.version, body.reason),
    withdrawItem: ({ params, body, actor }) => withdrawItem(ground, actor, params.id, body),
    listVersions: async ({ params, allow }) => {
      await tied(params.id, allow);
      return { rows: await readHistory(ground, params.id) };
    },
    compareVersions: async ({ params, query, allow }) => {
      await tied(params.id, allow);
      const bodyOf = async (version: number) => {
        if (version > 0) return getVersion(ground, params.id, version);
        const draft = await findDraft(db, params.id);
        if (!draft) throw catalogueProblems.noDraft();
        return draft;
      };
      const [from, to] = await Promise.all([bodyOf(query.from), bodyOf(query.to)]);
      const moved =
        from.departmentId === to.departmentId
          ? []
          : [{ path: 'departmentId', before: from.departmentId, after: to.departmentId }];
      return { changes: [...moved, ...differenceOf(from.body, to.body)] };
    },
    listOffers: async ({ params, allow }) => {
      await tied(params.id, allow);
      const offers = await findOfferHistory(db, params.id);
      return { rows: offers.map((offer) => ({ ...offer, handedDownAt: offer.handedDownAt.toISOString() })) };
    },
    handDown: async ({ params, body, actor }) => handDown(ground, actor, await getItem(db, params.id), body),
    takeBack: async ({ params, body, actor }) => takeBack(ground, actor, await getItem(db, params.id), body.outletIds),
    importItems: async ({ raw, query, actor }) => {
      const { columns, wrong } = readGiven((query.map ?? '').split('\n').filter((line) => line.trim() !== ''));
      if (wrong !== undefined) throw catalogueProblems.importRejected({ reason: `"${wrong}" is not HEADER=FIELD` });
      // Whatever the parser throws is about what was sent: a body without a boundary, or one that ends in the middle.
      const part = await raw.file({ limits: { fileSize: largestList } }).catch((error: unknown) => {
        throw catalogueProblems.importRejected({ reason: (error as Error).message }, error);
      });
      if (!part || part.fieldname !== 'file')
        throw catalogueProblems.importRejected({ reason: 'no part named "file"' });
      try {
        const result = await runImport(ground, {
          source: query.source,
          fileName: part.filename.slice(0, 200),
          bytes: await part.toBuffer().catch((error: unknown) => {
            const { code, message } = error as { code?: string; message: string };
            const reason =
              code === 'FST_REQ_FILE_TOO_LARGE'
                ? 'the file is larger than 64 MB: take it in with `yichuang catalogue import`'
                : message;
            throw catalogueProblems.importRejected({ reason }, error);
          }),
          dryRun: query.dryRun ?? false,
          skipBroken: query.skipBroken ?? false,
          columns,
          codeFromName: query.codeFrom === 'name',
          by: { name: actor.name, accountId: actor.accountId },
        });
        return reportOf(result);
      } catch (error) {
        if (error instanceof UnreadableList)
          throw catalogueProblems.importRejected({
            line: error.line,
            reason: error.message,
            ...(error.headers.length > 0 ? { headers: error.headers } : {}),
          });
        throw error;
      }
    },
    listImports: async () => ({
      rows: (await findRuns(db)).map(({ fileHash: _, at, ...run }) => ({ ...run, at: at.toISOString() })),
    }),
  };
}
