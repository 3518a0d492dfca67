/** All kinds that are read. */
import type { Template } from '../fields/template.ts';
import type { ReadKind } from '../kinds.ts';
import { bankAccount } from './bank-account.ts';
import { birthCertificate } from './birth-certificate.ts';
import { businessLicence } from './business-licence.ts';
import { diploma } from './diploma.ts';
import { foodPermit } from './food-permit.ts';
import { healthCertificate } from './health-certificate.ts';
import { householdPage } from './household-page.ts';
import { idCardBack, idCardFront } from './id-card.ts';
import { lease } from './lease.ts';
import { marriageCertificate } from './marriage-certificate.ts';
import { propertyCertificate } from './property-certificate.ts';

export const templates: Record<ReadKind, Template> = {
  businessLicence,
  idCardFront,
  idCardBack,
  propertyCertificate,
  lease,
  householdPage,
  marriageCertificate,
  healthCertificate,
  diploma,
  birthCertificate,
  foodPermit,
  bankAccount,
};

/** Changes with any template, so that what was read by older ones is read anew. */
export const templateVersion = Object.values(templates)
  .map(({ version }) => version)
  .join('.');
