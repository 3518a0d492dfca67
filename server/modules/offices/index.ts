/** The face of offices: departments, outlets, windows, opening hours. */
import type { Module } from '#platform/module';
import { officesContract } from './contract.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'offices',
  uses: ['deadlines'],
  contract: officesContract,
  permissions: may,
  routes,
};

/** Reading: find* may be undefined, get* throws notFound; what is out of service is found as well, lists leave it out. */
export { findDepartment, findOutlet, findWindow, getDepartment, getOutlet, getWindow } from './store.ts';
export { listDepartments, listOutlets, listWindows } from './store.ts';
export type { Department, Outlet, Window } from './store.ts';
/** Opening hours of outlets, whether one is open at an instant, and the rule behind it. */
export { openingOf, planOn } from './edit-hours.ts';
export { findHours } from './store.ts';
export { openAt, planOf, saysOpen } from './opening.ts';
export type { OpeningHours } from './opening.ts';
/** Metres between points (WGS-84), and places by distance. */
export { distanceBetween, nearest } from './distance.ts';
/** A whole district at once. */
export { saveOffices } from './save-offices.ts';
export type { NewOffices } from './save-offices.ts';
/** What others may hear: a department, outlet, window or its hours changed. */
export { departmentChanged, hoursChanged, outletChanged, windowChanged, type OfficeFacts } from './events.ts';
