/** New persons and organisations: numbers are checked here, whichever door they come by. */
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { peopleProblems } from '../problems.ts';
import { checkCreditCode, checkIdNumber, type IdKind } from './id-numbers.ts';
import { insertOrganisations, insertPersons, noteOrganisation, type Organisation, type Person } from './store.ts';

/** What is needed to register a person; the rest may come later. */
export interface NewPerson {
  idKind: IdKind;
  idNumber: string;
  name: string;
  phone?: string;
  address?: string;
  email?: string;
  /** Only where the number of the document does not say it. */
  bornOn?: string | null;
  /** Staff compared the person with the document just now. */
  verifiedBy?: string | null;
}

export interface NewOrganisation {
  creditCode: string;
  name: string;
  legalRepresentative: string;
  address?: string;
  phone?: string;
  /** A window has seen the licence. */
  verified?: boolean;
  /** The account that puts it on record. */
  registeredBy?: string | null;
}

/** The stored form of a number with the day of birth that it says; throws `people.wrongIdNumber`. */
export function mustBeIdNumber(kind: IdKind, text: string, at: Date): { number: string; bornOn: string | null } {
  const check = checkIdNumber(kind, text, shanghaiDay(at));
  if (!check.ok) throw peopleProblems.wrongIdNumber({ fault: check.fault });
  return { number: check.number, bornOn: check.bornOn ?? null };
}

/** Throws `people.wrongCreditCode`. */
export function mustBeCreditCode(text: string): string {
  const check = checkCreditCode(text);
  if (!check.ok) throw peopleProblems.wrongCreditCode({ fault: check.fault });
  return check.number;
}

/** A person without an account, as a clerk registers one. Throws `people.wrongIdNumber`; a known document fails the commit. */
export function createPerson(tx: Tx, at: Date, fresh: NewPerson): Person {
  const { number, bornOn } = mustBeIdNumber(fresh.idKind, fresh.idNumber, at);
  const person: Person = {
    id: newId(),
    idKind: fresh.idKind,
    idNumber: number,
    name: fresh.name.trim(),
    phone: fresh.phone ?? '',
    address: fresh.address ?? '',
    email: fresh.email ?? '',
    bornOn: bornOn ?? fresh.bornOn ?? null,
    verifiedAt: fresh.verifiedBy ? at : null,
    version: 1,
    createdAt: at,
  };
  insertPersons(tx, [{ ...person, verifiedBy: fresh.verifiedBy ?? null }]);
  return person;
}

/** Throws `people.wrongCreditCode`; a known code fails the commit. */
export function createOrganisation(tx: Tx, at: Date, fresh: NewOrganisation): Organisation {
  const organisation: Organisation = {
    id: newId(),
    creditCode: mustBeCreditCode(fresh.creditCode),
    name: fresh.name.trim(),
    legalRepresentative: fresh.legalRepresentative.trim(),
    address: fresh.address ?? '',
    phone: fresh.phone ?? '',
    verifiedAt: fresh.verified ? at : null,
    version: 1,
    createdAt: at,
  };
  insertOrganisations(tx, [organisation]);
  noteOrganisation(tx, {
    organisationId: organisation.id,
    act: fresh.verified ? 'register' : 'declare',
    at,
    accountId: fresh.registeredBy ?? null,
  });
  return organisation;
}
