/** Every kind that the bench makes. */
import type { Random } from '#platform/random';
import type { ReadKind } from '../../../server/modules/reading/kinds.ts';
import type { Paper, Wrong } from '../case.ts';
import { businessLicence } from './business-licence.ts';
import { healthCertificate, idCardBack, idCardFront } from './cards.ts';
import { birthCertificate, diploma, lease, marriageCertificate } from './prose.ts';
import { bankAccount, foodPermit, householdPage, propertyCertificate } from './tables.ts';

export const makers: Record<ReadKind, { make: (random: Random, wrong?: Wrong) => Paper; wrongs: readonly Wrong[] }> = {
  businessLicence: { make: businessLicence, wrongs: ['alteredDigit', 'otherPerson', 'expired'] },
  idCardFront: { make: idCardFront, wrongs: ['alteredDigit', 'otherPerson'] },
  idCardBack: { make: idCardBack, wrongs: ['expired'] },
  propertyCertificate: { make: propertyCertificate, wrongs: ['otherPerson', 'expired'] },
  lease: { make: lease, wrongs: ['alteredDigit', 'otherPerson', 'expired'] },
  householdPage: { make: householdPage, wrongs: ['alteredDigit', 'otherPerson'] },
  marriageCertificate: { make: marriageCertificate, wrongs: ['alteredDigit', 'otherPerson'] },
  healthCertificate: { make: healthCertificate, wrongs: ['alteredDigit', 'otherPerson', 'expired'] },
  diploma: { make: diploma, wrongs: ['otherPerson'] },
  birthCertificate: { make: birthCertificate, wrongs: ['alteredDigit', 'otherPerson'] },
  foodPermit: { make: foodPermit, wrongs: ['alteredDigit', 'otherPerson', 'expired'] },
  bankAccount: { make: bankAccount, wrongs: ['otherPerson'] },
};
