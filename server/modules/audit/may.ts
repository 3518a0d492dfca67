/**
 * Who may look into the trail: the auditor alone. Neither the office, whose acts are in it, nor administrators, who could change what it
 * is about (GB/T 22239: separation of duties).
 */
import type { Permissions } from '#platform/permissions';
import type { auditContract } from './contract.ts';

const auditor = { auditor: ['any'] } as const;

export const may = {
  listSeals: auditor,
  listVerifications: auditor,
  startVerification: auditor,
  searchTrail: auditor,
  listSearches: auditor,
} as const satisfies Permissions<keyof typeof auditContract>;
