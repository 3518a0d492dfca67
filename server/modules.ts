/**
 * The map of the system: the modules in order, and who may use whom. A module uses only faces of modules above it in this
 * list; `checks/boundaries.test.ts` compares the list with the real imports.
 */
import type { Module } from '#platform/module';
import { module as afterhours } from '#modules/afterhours';
import { module as audit } from '#modules/audit';
import { module as deadlines } from '#modules/deadlines';
import { module as bulletins } from '#modules/bulletins';
import { module as catalogue } from '#modules/catalogue';
import { module as cases } from '#modules/cases';
import { module as complaints } from '#modules/complaints';
import { module as demo } from '#modules/demo';
import { module as exchange } from '#modules/exchange';
import { module as documents } from '#modules/documents';
import { module as matters } from '#modules/matters';
import { module as floor } from '#modules/floor';
import { module as firstasked } from '#modules/firstasked';
import { module as hall } from '#modules/hall';
import { module as kiosks } from '#modules/kiosks';
import { module as improvements } from '#modules/improvements';
import { module as insight } from '#modules/insight';
import { module as lockers } from '#modules/lockers';
import { module as notices } from '#modules/notices';
import { module as offices } from '#modules/offices';
import { module as payments } from '#modules/payments';
import { module as people } from '#modules/people';
import { module as prereview } from '#modules/prereview';
import { module as projects } from '#modules/projects';
import { module as ratings } from '#modules/ratings';
import { module as reading } from '#modules/reading';
import { module as remotehelp } from '#modules/remotehelp';
import { module as rules } from '#modules/rules';
import { module as tides } from '#modules/tides';
import { module as warnings } from '#modules/warnings';
import { module as windowstaff } from '#modules/windowstaff';

export const modules: readonly Module[] = [
  deadlines, // the working calendar, limits of the law, due dates
  offices, // departments, outlets, windows, opening hours
  people, // persons, organisations, accounts, posts, authority, sessions
  catalogue, // items, their versions, who offers what, search
  documents, // uploaded files, the documents that the law asks for, their service
  lockers, // what was handed in once, who may use it, who did
  reading, // what photographed and scanned documents say
  rules, // decision tables by which applications are judged
  notices, // inbox, SMS, e-mail
  payments, // fees, what was paid, waived, refunded
  cases, // an application from its submission to its result
  matters, // several departments, one matter: life events, consultations
  projects, // investment projects, simulated approvals, stewards, policies that fit a company
  exchange, // what is taken in for other districts, and by them for this one
  warnings, // who is told before and after the dates of a case, and once
  prereview, // cases judged by the rules of their items, and how far the machine may go
  hall, // one queue: tickets, windows, calls, appointments
  kiosks, // machines at which people serve themselves
  windowstaff, // those who work at windows: entry, training, probation, exams
  afterhours, // service beyond the hours of the hall, if somebody asks
  firstasked, // who was asked first, and that it gets to the right place
  complaints, // about the service at a window, answered by somebody who is free to
  ratings, // what applicants say of the service
  insight, // the figures and the cases behind them
  remotehelp, // help by video while a form is filled in
  improvements, // what people suggest, up to its adoption
  floor, // a hall as a place: who is there, rounds and findings
  tides, // windows that open before the queue is felt
  bulletins, // the figures of a month, frozen, as PDF and Word
  audit, // seals over all histories, and what was meddled with
  demo, // the invented district
];
