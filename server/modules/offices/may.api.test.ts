import { testDoors } from '#server/testing-matrix';
import { officesContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const reviewed: Record<string, string> = {
  listDepartments: 'anyone',
  getDepartment: 'anyone',
  createDepartment: 'office admin',
  updateDepartment: 'office admin',
  retireDepartment: 'office admin',
  listOutlets: 'anyone',
  getOutlet: 'anyone',
  createOutlet: 'office admin',
  updateOutlet: 'office admin',
  retireOutlet: 'office admin',
  listWindows: 'anyone',
  createWindow: 'office admin',
  updateWindow: 'office admin',
  retireWindow: 'office admin',
  getHours: 'anyone',
  saveHours: 'office admin',
  listChanges: 'office admin auditor',
};

testDoors(officesContract, reviewed);
