/** Registering, signing in and out, one's own account. */
import { Type } from 'typebox';
import { closed, contract, Day, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import {
  anyName,
  AuthorityShape,
  code,
  email,
  IdKindShape,
  idNumber,
  loginName,
  name,
  OrganisationShape,
  password,
  PersonShape,
  phone,
  PostRole,
  text,
} from '../shapes.ts';

/** What is still to be done before the posts of the account count. */
const next = oneOf('none', 'changePassword', 'enrolSecondFactor', 'secondFactor');

export const signInOperations = contract({
  register: {
    method: 'POST',
    path: '/people/registrations',
    summary: 'Register as a resident; signs in at once',
    body: closed({
      loginName: Type.Optional(loginName),
      password,
      phone,
      email: Type.Optional(email),
      person: closed({
        idKind: IdKindShape,
        idNumber,
        name,
        bornOn: Type.Optional(Day),
        address: Type.Optional(text(200)),
      }),
    }),
    reply: closed({ accountId: Id, personId: Id }),
    problems: [
      'people.wrongIdNumber',
      'people.weakPassword',
      'people.identityTaken',
      'people.loginNameTaken',
      'people.phoneTaken',
      'general.tooMany',
    ],
  },
  signIn: {
    method: 'POST',
    path: '/people/sessions',
    summary: 'Sign in with a login name or telephone number',
    description:
      'Sets the session cookie. `next` says what is still to be done before posts count: change a password that somebody else chose, set up a second factor, or give it. Five failures lock the name for 15 minutes, then twice as long; `facts.until` says until when.',
    examples: [{ name: 'clerk', password: 'seven blue kettles' }],
    body: closed({ name: anyName, password }),
    reply: closed({ accountId: Id, next }),
    problems: ['people.wrongCredentials', 'people.locked', 'general.tooMany'],
  },
  signOut: { method: 'DELETE', path: '/people/sessions/current', summary: 'End this session' },
  signOutEverywhere: { method: 'DELETE', path: '/people/sessions', summary: 'End all sessions of this account' },
  enrolSecondFactor: {
    method: 'POST',
    path: '/people/second-factor',
    summary: 'A new secret for the second factor, before it was ever used',
    reply: closed({ secret: Type.String(), address: Type.String({ description: 'otpauth: address for a QR code' }) }),
    problems: ['people.secondFactorNotOpen'],
  },
  giveSecondFactor: {
    method: 'POST',
    path: '/people/second-factor/codes',
    summary: 'Give the code of the second factor; the session becomes an administrator’s',
    body: closed({ code }),
    reply: closed({ next }),
    problems: ['people.wrongCode', 'people.locked', 'people.secondFactorNotOpen'],
  },
  me: {
    method: 'GET',
    path: '/people/me',
    summary: 'Who I am: account, posts, person, organisations, for whom I may act; nobody for a visitor',
    reply: closed({
      /** Null for a visitor, who is no error: every page asks this first. */
      actor: nullable(
        closed({
          accountId: Id,
          loginName: Type.String(),
          name: Type.String(),
          phone: nullable(Type.String()),
          email: nullable(Type.String()),
          next,
          secondFactor: Type.Boolean(),
          posts: Type.Array(
            closed({
              role: PostRole,
              departmentId: nullable(Id),
              departmentName: nullable(Type.String()),
              outletId: nullable(Id),
              outletName: nullable(Type.String()),
              /** The absent colleague whose post this is. */
              standsInFor: nullable(closed({ accountId: Id, name: Type.String() })),
            }),
          ),
          person: nullable(PersonShape),
          organisations: Type.Array(OrganisationShape),
          mayActFor: Type.Array(AuthorityShape),
        }),
      ),
    }),
  },
  changePassword: {
    method: 'PUT',
    path: '/people/me/password',
    summary: 'Change the password; all other sessions end',
    body: closed({ present: password, fresh: password }),
    reply: closed({ next }),
    problems: ['people.wrongPassword', 'people.weakPassword', 'people.samePassword', 'people.locked'],
  },
  askRecovery: {
    method: 'POST',
    path: '/people/recoveries',
    summary: 'Ask for a code to the telephone or mailbox of an account; the answer is the same for everybody',
    body: closed({ name: anyName }),
    problems: ['general.tooMany'],
  },
  recover: {
    method: 'PUT',
    path: '/people/recoveries',
    summary: 'Set a new password with the code that was sent',
    body: closed({ name: anyName, code, password }),
    problems: ['people.wrongCode', 'people.weakPassword', 'general.tooMany'],
  },
  listSignIns: {
    method: 'GET',
    path: '/people/sign-ins',
    summary: 'The trail of sign-ins, the newest first',
    query: closed({
      accountId: Type.Optional(Id),
      act: Type.Optional(text(20)),
      fromOn: Type.Optional(Day),
      untilOn: Type.Optional(Day),
      ...paging,
    }),
    reply: pageOf(
      closed({
        id: Id,
        at: Instant,
        act: Type.String(),
        accountId: nullable(Id),
        accountName: nullable(Type.String()),
        address: Type.String(),
        note: Type.String(),
      }),
    ),
  },
  demoAccounts: {
    method: 'GET',
    path: '/people/demo-accounts',
    summary: 'Accounts of the demo district with their passwords; empty in a real installation',
    reply: closed({
      rows: Type.Array(
        closed({
          loginName: Type.String(),
          password: Type.String(),
          title: Type.String(),
          titleEn: Type.String(),
          /** The code of its second factor that is right now. */
          code: nullable(Type.String()),
        }),
      ),
    }),
  },
});
