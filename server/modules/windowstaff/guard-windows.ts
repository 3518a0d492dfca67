/** What window staff has to say when somebody signs in at a window, and what the manager is to know of those who sit there. */
import { addDays, shanghaiDay } from '#modules/deadlines';
import { getPlace, seatedAt, type WindowGuard } from '#modules/hall';
import { listWindows } from '#modules/offices';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import { hasCompany, refusalOf, type Seated } from './beside.ts';
import { listNearing, listStandards, overdueObjections, type Nearing } from './list-store.ts';
import { counts } from './member.ts';
import { listQualifications, openFilesOf } from './member-store.ts';
import { standardAt } from './read-member.ts';
import type { Attention, AttentionLine } from './shapes.ts';
import { standardOn } from './standard.ts';

const sentences = {
  training: {
    zh: '您还在岗前培训，暂时不能单独开窗：请先完成培训并转入试用期，或联系大厅管理员',
    en: 'You are still being trained: finish the training and begin your probation first, or ask the hall manager',
  },
  alone: {
    zh: '您还在试用期，需要同区有已转正的同事在岗才能开窗：请等同事到岗，换到有人带的区域，或联系大厅管理员',
    en: 'You are on probation and sit beside a confirmed colleague: wait for one in this zone, choose another zone, or ask the hall manager',
  },
};

/** Who sits in a hall now, with the zone of their window and the state of their file. */
async function seatedIn(reader: Reader, outletId: string) {
  const [shifts, windows] = await Promise.all([
    seatedAt(reader, outletId),
    listWindows(reader, { outletId, retired: true }),
  ]);
  const accounts = [...new Set(shifts.map(({ accountId }) => accountId))];
  const files = new Map((await openFilesOf(reader, accounts)).map((file) => [file.accountId, file]));
  const zones = new Map(windows.map((window) => [window.id, window]));
  const seated: Seated[] = shifts.map(({ accountId, windowId }) => ({
    accountId,
    zone: zones.get(windowId)?.zone ?? '',
    state: files.get(accountId)?.state ?? null,
  }));
  return { shifts, files, zones, seated };
}

/** Nearly everybody who signs in is confirmed or has no file: for them this is one read. */
export const guard: WindowGuard = async (reader, at, asked) => {
  const files = new Map(
    (await openFilesOf(reader, [...new Set(asked.map(({ accountId }) => accountId))])).map((file) => [file.accountId, file]), // prettier-ignore
  );
  const inQuestion = asked.filter(({ accountId }) => (files.get(accountId)?.state ?? 'confirmed') !== 'confirmed');
  const halls = new Map<string, { standard: ReturnType<typeof standardOn>; seated: Seated[] }>();
  for (const outletId of new Set(inQuestion.map(({ window }) => window.outletId))) {
    const standard = standardOn(await listStandards(reader, outletId), shanghaiDay(at));
    halls.set(outletId, { standard, seated: standard.beside ? (await seatedIn(reader, outletId)).seated : [] });
  }
  return asked.map(({ window, accountId }) => {
    const [file, hall] = [files.get(accountId), halls.get(window.outletId)];
    const refusal =
      file && hall && refusalOf({ accountId, zone: window.zone, state: file.state }, hall.seated, hall.standard);
    return refusal ? sentences[refusal] : undefined;
  });
};

const kindOf: Record<Nearing['about'], Attention> = {
  probation: 'probationEnds',
  qualification: 'qualificationEnds',
  thing: 'thingsOut',
};
/** Days before its end from which something is named. */
export const namedDays = { probation: 14, qualification: 30 };

/** What the manager is to know, what is true at the windows now first. Nobody is held up by it. */
export async function listAttention(ground: Ground, outletId: string): Promise<AttentionLine[]> {
  const today = shanghaiDay(ground.clock.now());
  await getPlace(ground.db, outletId);
  const standard = await standardAt(ground, outletId, today);
  const { shifts, files, zones, seated } = await seatedIn(ground.db, outletId);
  const qualifications = await listQualifications(
    ground.db,
    [...files.values()].map(({ id }) => id),
  );
  const atWindows = shifts.flatMap((shift, i): AttentionLine[] => {
    const file = files.get(shift.accountId);
    const line = {
      memberId: file?.id ?? null,
      name: shift.clerkName,
      departmentId: file?.departmentId ?? null,
      windowNumber: zones.get(shift.windowId)?.number ?? null,
      errandIds: [] as string[],
      dueOn: null,
    };
    if (!file) return [{ ...line, kind: 'noFile' }];
    const held = new Set(
      qualifications.filter((one) => one.memberId === file.id && counts(one, today)).map(({ errandId }) => errandId),
    );
    const lacks = shift.errandIds.filter((id) => !held.has(id));
    return [
      ...(standard.beside && file.state === 'probation' && !hasCompany(seated[i]!, seated)
        ? [{ ...line, kind: 'alone' as const }]
        : []),
      ...(lacks.length > 0 ? [{ ...line, kind: 'unqualified' as const, errandIds: lacks }] : []),
    ];
  });
  const nearing = await listNearing(
    ground.db,
    {
      outletId,
      today,
      probationBy: addDays(today, namedDays.probation),
      qualificationBy: addDays(today, namedDays.qualification),
    },
    300,
  );
  const unanswered = await overdueObjections(ground.db, outletId, today, 300);
  const order: readonly Attention[] = ['alone', 'unqualified', 'noFile'];
  return [
    ...atWindows.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
    ...unanswered.map((one) => ({ kind: 'objectionOverdue' as const, ...one, windowNumber: null, errandIds: [] })),
    ...nearing.map(({ memberId, name, departmentId, about, dueOn, errandIds }) => ({
      kind: about === 'probation' && dueOn < today ? ('probationOver' as const) : kindOf[about],
      memberId,
      name,
      departmentId,
      windowNumber: null,
      errandIds,
      dueOn,
    })),
  ];
}
