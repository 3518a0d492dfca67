/** Who may do what with ratings. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { ratingsContract } from './contract.ts';

/** The office answers for the figures; a head sees what is said of the own department, not who said it. */
const readers = { head: ['department'], office: ['any'], auditor: ['any'] } as const;

export const may = {
  rateCase: { resident: ['own'] },
  // The code is unguessable and printed on the receipt: whoever holds it came for the case.
  rateByCode: { anyone: ['any'] },
  lookByCode: { anyone: ['any'] },
  getRating: { resident: ['own'], ...readers },
  // The code of a ticket is on its slip and guessed by nobody.
  rateVisit: { anyone: ['any'] },
  lookVisit: { anyone: ['any'] },
  listVisitRatings: { office: ['any'], auditor: ['any'] },
  listRatings: readers,
  countRatings: readers,
} as const satisfies Permissions<keyof typeof ratingsContract>;
