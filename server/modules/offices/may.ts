/** Who may do what with departments, outlets, windows and hours. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { officesContract } from './contract.ts';

/** Where people are served is public (政府信息公开条例 art. 20). */
const everyone = { anyone: ['any'] } as const;
/** The service office runs the hall; an administrator sets a district up. */
const editors = { office: ['any'], admin: ['any'] } as const;

export const may = {
  listDepartments: everyone,
  getDepartment: everyone,
  createDepartment: editors,
  updateDepartment: editors,
  retireDepartment: editors,
  listOutlets: everyone,
  getOutlet: everyone,
  createOutlet: editors,
  updateOutlet: editors,
  retireOutlet: editors,
  listWindows: everyone,
  createWindow: editors,
  updateWindow: editors,
  retireWindow: editors,
  getHours: everyone,
  saveHours: editors,
  // Versions carry the names of those who wrote them.
  listChanges: { office: ['any'], admin: ['any'], auditor: ['any'] },
} satisfies Permissions<keyof typeof officesContract>;
