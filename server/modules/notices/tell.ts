/** Telling people: into their inbox at once, by SMS and e-mail through the sender. Used by reactions in batches. */
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { channelsOf } from './gateways.ts';
import { sendOutgoing } from './job-types.ts';
import { outsideQuietHours } from './quiet-hours.ts';
import { saveNotices } from './store.ts';
import { templates, type NoticeFacts, type TemplateKey } from './templates.ts';

interface Said {
  /** The case that it is about, or the project; opens with the message. */
  subjectId: string | null;
  template: TemplateKey;
  facts: NoticeFacts;
}

/** A message to one person. */
export interface NewNotice extends Said {
  personId: string;
}

/** A message to an account for its posts: in the inbox of the workbench, and by SMS where its words say so; never by e-mail. */
export interface PostNotice extends Said {
  accountId: string;
}

/**
 * Stores messages for people and what goes out for them, in one statement for the whole batch and without waiting. Nothing is
 * sent before the transaction is durable. At night the going out waits until eight; the inbox does not. A channel for which
 * nothing is set up carries nothing: a row that no gateway will ever take would only bury those that are truly stuck.
 */
export function tell(ground: Ground, tx: Tx, notices: readonly (NewNotice | PostNotice)[]): void {
  if (notices.length === 0) return;
  const at = ground.clock.now();
  const open = channelsOf(ground);
  const nextAt = outsideQuietHours(at);
  let goesOut = false;
  const rows = notices.map((notice) => {
    const { subjectId, template, facts } = notice;
    const toPerson = 'personId' in notice;
    const sms = open.sms && templates[template].sms;
    const email = toPerson && open.email && templates[template].email;
    goesOut ||= sms || email;
    return {
      id: newId(),
      person_id: toPerson ? notice.personId : null,
      account_id: toPerson ? null : notice.accountId,
      subject_id: subjectId,
      template,
      facts,
      sms_id: sms ? newId() : null,
      email_id: email ? newId() : null,
    };
  });
  saveNotices(tx, rows, at, goesOut ? nextAt : undefined);
  // One job for the batch, and not another while one waits. If it is lost, the sweep of each minute does its work.
  if (goesOut && nextAt === at) enqueue(tx, sendOutgoing, [{ payload: {}, key: sendOutgoing.name }]);
}
