/** What somebody may do with a question now; the server decides for itself. Pure. */
import { isOpen, type Kind, type QuestionWhole } from '#modules/firstasked/contract';

export type Step = Exclude<Kind, 'ask'>;
interface Who {
  office: boolean;
  /** Was asked first. */
  first: boolean;
  /** Heads the department of whoever was asked first. */
  leads: boolean;
  /** Works where it lies, or is named there. */
  receives: boolean;
}

export function stepsOf(row: Pick<QuestionWhole, 'state' | 'officeDecides' | 'final'>, who: Who): Step[] {
  const { office, first, leads, receives } = who;
  const steps: Step[] = [];
  if (!isOpen(row.state)) return steps;
  if (row.state === 'handedOver' && receives) steps.push('acknowledge');
  if (row.state === 'returned' ? first || office : receives) steps.push('settle');
  // For whoever was asked first and is away, a head of the same department hands on what came back.
  const handsOn = office || (!row.officeDecides && (first || (leads && row.state === 'returned')));
  if ((row.state === 'returned' || row.state === 'handedOver') && handsOn) steps.push('handOver');
  if ((row.state === 'handedOver' || row.state === 'acknowledged') && receives && !row.final) steps.push('giveBack');
  return steps;
}
