/** Taking in for another district: what was taken in and the messages that say so are stored together, and sent later. */
import { checkForAfar } from '#modules/cases';
import type { Submission } from '#modules/cases/contract';
import { attachFiles, findFiles, hashOfContent } from '#modules/documents';
import { checkIdNumber, findPersonByNumber, getPerson, normaliseNumber } from '#modules/people';
import { canonical } from '#platform/canonical';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { deliver } from './job-types.ts';
import { insertOutgoing, type Outgoing } from './message-store.ts';
import { findPartnerItem } from './piece-store.ts';
import { partsOf } from './pieces.ts';
import { exchangeProblems } from './problems.ts';
import { getPartner, type TakenRow } from './store.ts';
import { findSupplement, getTaken, insertSupplement, insertTaken, listSteps, listSupplements } from './taken-store.ts';
import type { Applicant, Application, SentMaterial, Supplement } from './wire.ts';

type Materials = Submission['materials'];
interface Asked extends Pick<Submission, 'actionId' | 'itemId' | 'answers' | 'situations' | 'materials' | 'signature'> {
  partnerId: string;
  applicant?: Applicant;
}

/** Who applies: whoever came to the window, or the person who is signed in. Throws `badIdNumber`, `noOwnCard`. */
async function applicantOf(ground: Ground, actor: Actor, given: Applicant | undefined) {
  if (given) {
    const number = normaliseNumber(given.idNumber);
    if (!checkIdNumber('residentCard', number, shanghaiDay(ground.clock.now())).ok)
      throw exchangeProblems.badIdNumber();
    const known = await findPersonByNumber(ground.db, 'residentCard', number);
    const name = given.name.trim();
    return {
      personId: known && known.name === name ? known.id : null,
      applicant: { ...given, name, idNumber: number },
    };
  }
  const own = actor.personId ? await getPerson(ground.db, actor.personId) : undefined;
  if (own?.idKind !== 'residentCard') throw exchangeProblems.noOwnCard();
  const { id: personId, name, idNumber, phone } = own;
  return { personId, applicant: { name, idNumber, ...(/^1[0-9]{10}$/.test(phone) ? { phone } : {}) } };
}

/** The materials with the files as they will be sent. Throws `onlyPaperOrFiles`, `documents.notYourFile`. */
async function sentOf(ground: Ground, materials: Materials): Promise<SentMaterial[]> {
  const files = new Map(
    (
      await findFiles(
        ground.db,
        materials.flatMap(({ fileIds }) => fileIds),
      )
    ).map((file) => [file.id, file]),
  );
  return Promise.all(
    materials.map(async ({ materialId, how, fileIds }) => {
      if (how !== 'paper' && how !== 'upload') throw exchangeProblems.onlyPaperOrFiles();
      const sent = fileIds.map(async (id) => {
        const sha256 = await hashOfContent(ground.db, { fileIds: [id] });
        const { name, size } = files.get(id)!;
        return { id, name, size, sha256 };
      });
      return { materialId, how, files: await Promise.all(sent) };
    }),
  );
}

/** The messages that bring the files, in front of the one that names them. */
const filesFirst = (
  message: Pick<Outgoing, 'id' | 'partnerId' | 'subject' | 'kind' | 'payload'>,
  materials: readonly SentMaterial[],
) => [
  ...materials.flatMap(({ files }) =>
    files.flatMap(({ id: fileId, size }) =>
      Array.from({ length: partsOf(size) }, (_, at) => ({
        id: newId(),
        partnerId: message.partnerId,
        subject: message.subject,
        kind: 'file' as const,
        payload: canonical({ applicationId: message.subject, fileId, part: at + 1 }),
      })),
    ),
  ),
  message,
];

async function leave(
  ground: Ground,
  tx: Tx,
  message: Parameters<typeof filesFirst>[0],
  sent: { materials: readonly SentMaterial[]; by: string },
): Promise<void> {
  const at = ground.clock.now();
  const fileIds = sent.materials.flatMap(({ files }) => files.map(({ id }) => id));
  if (fileIds.length > 0)
    await attachFiles(tx, { fileIds, ownerId: sent.by, subjectKind: 'taken', subjectId: message.subject, at });
  insertOutgoing(tx, filesFirst(message, sent.materials), at);
  enqueue(tx, deliver, [{ payload: {}, key: deliver.name }]);
}

/**
 * Stores the application, once for each `actionId`, and leaves it to be sent. Throws `notFound`, `itemNotOffered`, `badIdNumber`,
 * `noOwnCard`, `onlyPeople`, `actionReused`; and `cases.answersInvalid`, `cases.materialsMissing` as an application here would.
 */
export async function takeIn(ground: Ground, actor: Actor, asked: Asked): Promise<TakenRow> {
  const { actionId: id, partnerId, itemId, situations, signature } = asked;
  const [takenBy, takenAt] = [actor.accountId!, ground.clock.now()];
  const partner = await getPartner(ground.db, partnerId);
  const item = await findPartnerItem(ground.db, partner.id, itemId);
  if (!item) throw exchangeProblems.itemNotOffered();
  if (!item.body.applicants.includes('person')) throw exchangeProblems.onlyPeople();
  const answers = checkForAfar(item.body, asked, asked.applicant ? 'counter' : 'distance', shanghaiDay(takenAt));
  const { personId, applicant } = await applicantOf(ground, actor, asked.applicant);
  const materials = await sentOf(ground, asked.materials);
  const application: Application = {
    itemId,
    itemVersion: item.version,
    applicant,
    answers,
    situations,
    materials,
    signature,
  };
  const content = canonical(application);
  const row = { id, partnerId, personId, itemId, itemVersion: item.version, itemName: item.body.name, applicantName: applicant.name, content, takenBy, takenAt }; // prettier-ignore
  await ground.db.transaction(async (tx) => {
    if (!(await insertTaken(tx, row))) return;
    await leave(
      ground,
      tx,
      { id, partnerId, subject: id, kind: 'application', payload: content },
      { materials, by: takenBy },
    );
  });
  const stored = await getTaken(ground.db, id);
  if (stored.content !== content || stored.takenBy !== takenBy || stored.partnerId !== partnerId)
    throw exchangeProblems.actionReused();
  return stored;
}

/** Whether the other district waits for something: it asked, and nothing has gone over since. */
export const isWanted = (
  state: string | null,
  steps: readonly { kind: string; at: Date }[],
  supplements: readonly { at: Date; refusal: unknown }[],
): boolean => {
  const asked = steps.findLast(({ kind }) => kind === 'askSupplement');
  return (
    state === 'supplementing' &&
    asked !== undefined &&
    !supplements.some(({ at, refusal }) => !refusal && at > asked.at)
  );
};

/** Sends over what was wanted. Throws `notWanted`, `nothingSupplemented`, `actionReused`, and what `takeIn` throws of materials. */
export async function supplementTaken(
  ground: Ground,
  actor: Actor,
  row: TakenRow,
  asked: { actionId: string; materials: Materials } & Partial<Pick<Submission, 'answers' | 'situations'>>,
): Promise<TakenRow> {
  const { actionId: id, answers = {}, situations = {} } = asked;
  if (Object.keys({ ...answers, ...situations }).length + asked.materials.length === 0)
    throw exchangeProblems.nothingSupplemented();
  const materials = await sentOf(ground, asked.materials);
  const supplement: Supplement = { applicationId: row.id, answers, situations, materials };
  const content = canonical(supplement);
  const before = await findSupplement(ground.db, id);
  if (before) {
    if (before.takenId !== row.id || before.content !== content) throw exchangeProblems.actionReused();
    return row;
  }
  const [steps, supplements] = await Promise.all([listSteps(ground.db, row.id), listSupplements(ground.db, row.id)]);
  if (!isWanted(row.state, steps, supplements)) throw exchangeProblems.notWanted();
  await ground.db.transaction(async (tx) => {
    const by = actor.accountId!;
    if (!(await insertSupplement(tx, { id, takenId: row.id, content, by, at: ground.clock.now() }))) return;
    const message = { id, partnerId: row.partnerId, subject: row.id, kind: 'supplement' as const, payload: content };
    await leave(ground, tx, message, { materials, by });
  });
  return getTaken(ground.db, row.id);
}
