/** HTTP for kiosks: which kiosk asks, then the verb. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { proofsOf } from '#modules/documents';
import { getPrinter } from '#modules/hall';
import { getOutlet } from '#modules/offices';
import { clearCookie } from '#modules/people';
import { brake } from '#platform/brake';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import type { Actor } from '#platform/permissions';
import { kiosksContract } from './contract.ts';
import { giveKioskCookie, kioskOf, secretOf } from './cookie.ts';
import { signInSeconds } from './kiosk.ts';
import { may } from './may.ts';
import { beginPrint, clearPaper, endPrint, pageOf } from './print-here.ts';
import { findPrint, leftPapers } from './print-store.ts';
import { kioskProblems } from './problems.ts';
import { readHere } from './read-here.ts';
import { bringPaper, createKiosk, listKiosks, registerKiosk, renewCode, setService, staffHere, updateKiosk } from './run-kiosks.ts'; // prettier-ignore
import { checkInHere, itemsHere, submitHere, takeTicketHere } from './serve-here.ts';
import { answerSignIn, askSignIn, collectSignIn, openSignIn } from './sign-in-by-phone.ts';
import { beginSitting, endSitting, mustBeSignedIn, sittingOf, staySignedIn } from './sittings.ts';
import { findOpenSitting, getKiosk, noteSeen, noteSittingSeen, type KioskRow } from './store.ts';

/** Registering is for somebody who stands there with a code, not for who tries numbers. */
const registerBrake = brake(10, 30);
const ticketBrake = brake(20, 5);

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db, clock } = ground;
  const here = (raw: FastifyRequest) => kioskOf(ground, raw);
  const used = async (raw: FastifyRequest, sittingId: string) => {
    const kiosk = await here(raw);
    return { kiosk, sitting: await sittingOf(ground, kiosk, sittingId) };
  };
  const usedBy = async (raw: FastifyRequest, sittingId: string, actor: Actor) => {
    const found = await used(raw, sittingId);
    mustBeSignedIn(found.sitting, actor);
    return found;
  };
  /** The sitting of the session: for what a picture's address has no body to say. */
  const bySession = async (raw: FastifyRequest, actor: Actor) => {
    const kiosk = await here(raw);
    const sitting = await findOpenSitting(db, kiosk.id);
    if (!sitting) throw kioskProblems.noSitting();
    mustBeSignedIn(sitting, actor);
    return { kiosk, sitting };
  };
  /** Notes that the kiosk is there, and reads in the same breath what it shows. */
  const noted = (kiosk: KioskRow, version: string, sittingId: string | null) =>
    db.transaction((tx) => {
      noteSeen(tx, kiosk.id, clock.now(), version);
      if (sittingId) noteSittingSeen(tx, sittingId, kiosk.id, clock.now());
      return readHere(ground, tx, kiosk);
    });
  /** The outlet is there, and the printer of tickets is one of its own. */
  const mustStand = async ({ outletId, printerId }: { outletId: string; printerId: string | null }): Promise<void> => {
    await getOutlet(db, outletId);
    const printer = printerId === null ? undefined : await getPrinter(ground, printerId);
    if (printer && printer.outletId !== outletId) throw kioskProblems.printerElsewhere();
  };
  const nobodyThere = (reply: FastifyReply): void => clearCookie(reply, ground);

  serve(app, 'kiosks', kiosksContract, may, {
    registerHere: async ({ body, raw, reply }) => {
      registerBrake(ground, raw.ip);
      const { id, secret } = await registerKiosk(ground, body.code);
      giveKioskCookie(reply, ground, secret);
      nobodyThere(reply);
      return readHere(ground, db, await getKiosk(db, id));
    },
    startHere: async ({ body, raw, reply }) => {
      const kiosk = await here(raw);
      await endSitting(ground, kiosk, 'restart');
      giveKioskCookie(reply, ground, secretOf(raw)!);
      nobodyThere(reply);
      return noted(kiosk, body.version, null);
    },
    beatHere: async ({ body, raw }) => noted(await here(raw), body.version, body.sittingId),
    beginSitting: async ({ body, raw, reply }) => {
      await beginSitting(ground, await here(raw), body.id);
      nobodyThere(reply);
    },
    endSitting: async ({ params, body, raw, reply }) => {
      await endSitting(ground, await here(raw), body.how, params.id);
      nobodyThere(reply);
    },
    askSignIn: async ({ body, raw }) => {
      const { kiosk, sitting } = await used(raw, body.sittingId);
      const { id, code, number } = await askSignIn(ground, kiosk, sitting);
      return { id, code, number, goodFor: signInSeconds };
    },
    collectSignIn: async ({ params, body, raw, reply }) => {
      const kiosk = await here(raw);
      const asked = { id: params.id, sittingId: body.sittingId, address: raw.ip };
      return { state: await collectSignIn(ground, kiosk, asked, reply) };
    },
    stayHere: async ({ params, raw, actor }) => {
      const kiosk = await here(raw);
      await staySignedIn(ground, kiosk, params.id, actor);
      return readHere(ground, db, kiosk);
    },
    lookSignIn: async ({ params }) => {
      const { kioskId, choices, expiresAt } = await openSignIn(ground, params.code);
      const kiosk = await getKiosk(db, kioskId);
      const outlet = await getOutlet(db, kiosk.outletId);
      return {
        kioskName: kiosk.name,
        kioskNameEn: kiosk.nameEn,
        outletName: outlet.name,
        outletNameEn: outlet.nameEn,
        place: kiosk.place,
        choices,
        expiresAt: expiresAt.toISOString(),
      };
    },
    answerSignIn: ({ params, body, actor }) => answerSignIn(ground, actor, params.code, body.number),
    takeTicketHere: async ({ body: { sittingId, ...asked }, raw, actor }) => {
      const { kiosk, sitting } = await used(raw, sittingId);
      ticketBrake(ground, kiosk.id);
      return takeTicketHere(ground, kiosk, sitting, actor, asked);
    },
    checkInHere: async ({ body: { sittingId, ...asked }, raw, actor }) => {
      const { kiosk, sitting } = await used(raw, sittingId);
      ticketBrake(ground, kiosk.id);
      return checkInHere(ground, kiosk, sitting, actor, asked);
    },
    listItemsHere: async ({ raw }) => {
      await here(raw);
      return itemsHere(ground);
    },
    submitHere: async ({ body: { sittingId, ...submission }, raw, actor, allow }) => {
      const { kiosk } = await usedBy(raw, sittingId, actor);
      const { row, openLike } = await submitHere(ground, kiosk, { actor, allow }, submission);
      const { id, number, state, seq, targetOn, fatalOn, trackCode } = row;
      const like = openLike.map((one) => ({ ...one, submittedAt: one.submittedAt.toISOString() }));
      return { id, number, state, seq, targetOn, fatalOn, trackCode, submittedAt: row.submittedAt.toISOString(), openLike: like }; // prettier-ignore
    },
    listProofs: async ({ raw, actor }) => {
      await bySession(raw, actor);
      if (!actor.personId) return [];
      return (await proofsOf(ground, actor.personId, 40)).map((proof) => ({ ...proof, issuedAt: proof.issuedAt.toISOString() })); // prettier-ignore
    },
    beginPrint: async ({ body: { sittingId, ...asked }, raw, actor }) => {
      const { kiosk, sitting } = await usedBy(raw, sittingId, actor);
      const { id, pages, copies } = await beginPrint(ground, kiosk, sitting, actor, asked);
      return { id, pages, copies };
    },
    showPage: async ({ params, raw, actor, reply }) => {
      const { sitting } = await bySession(raw, actor);
      const page = await pageOf(ground, sitting, actor, params.id, params.page);
      // Kept nowhere: the machine's own cache is the last place where somebody's paper should lie.
      reply.type('image/png').header('cache-control', 'no-store').send(Buffer.from(page));
    },
    endPrint: async ({ params, body, raw }) => {
      const { kiosk, sitting } = await used(raw, body.sittingId);
      await endPrint(ground, kiosk, sitting, params.id, body.came);
    },
    staffHere: async ({ body: { code, ...asked }, raw }) => staffHere(ground, await here(raw), code, asked),
    listKiosks: () => listKiosks(ground),
    createKiosk: async ({ body, actor }) => {
      await mustStand(body);
      return createKiosk(ground, body, actor.name);
    },
    updateKiosk: async ({ params, body, actor }) => {
      await mustStand(body);
      return updateKiosk(ground, params.id, body, actor.name);
    },
    renewCodes: ({ params, body, actor }) => renewCode(ground, params.id, body.which, actor.name),
    setService: async ({ params, body, actor, allow }) => {
      allow({ outlets: [(await getKiosk(db, params.id)).outletId] });
      return setService(ground, params.id, body, actor.name);
    },
    bringPaper: async ({ params, body, actor, allow }) => {
      allow({ outlets: [(await getKiosk(db, params.id)).outletId] });
      return bringPaper(ground, params.id, body.sheets, actor.name);
    },
    listLeftPapers: async ({ query }) => {
      const { rows, total } = await leftPapers(db, query.limit ?? 50, query.offset ?? 0);
      return {
        total,
        rows: rows.map(({ id, kioskName, place, outletId, title, titleEn, pages, copies, at }) => ({ id, kioskName, place, outletId, title, titleEn, sheets: pages * copies, at: at.toISOString() })), // prettier-ignore
      };
    },
    clearPaper: async ({ params, actor, allow }) => {
      const print = await findPrint(db, params.id);
      if (!print) throw kioskProblems.noSuchPrint();
      const kiosk = await getKiosk(db, print.kioskId);
      allow({ outlets: [kiosk.outletId] });
      await clearPaper(ground, kiosk, print, actor.name);
    },
  });
}
