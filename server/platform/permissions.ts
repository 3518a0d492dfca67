/**
 * Who may do what. Each module has one reviewed table: operation x role x relation to the object. What is not in the table
 * is forbidden; a test fails for an operation that has no row.
 */
import { general } from './problems.ts';

/** The roles of the system. `anyone` includes people who are not signed in; */
export const roles = ['anyone', 'resident', 'clerk', 'examiner', 'head', 'office', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

/**
 * How the actor stands to the object of the operation:
 * `own` it is theirs (their case, their account, or one they act for), `held` they hold it now, `department` it belongs to a
 * department (or outlet) where they have the post, `any` whatever the object.
 */
export type Relation = 'own' | 'held' | 'department' | 'any';

/**
 * `shared`: also in a session on a device of many people, where somebody may have left without signing out. Where the row does not say
 * so, whoever is signed in there is refused, and is nobody in what anyone may do.
 */
export type PermissionRow = Partial<Record<Role, readonly Relation[]>> & { readonly shared?: true };
export type Permissions<Names extends string = string> = Record<Names, PermissionRow>;

/** A post of a member of staff: a role at a department and perhaps at an outlet. */
export interface Post {
  role: Exclude<Role, 'anyone' | 'resident'>;
  departmentId: string | null;
  outletId: string | null;
  /** Set when the post is exercised for an absent colleague (代理人). */
  standsInFor?: string;
}

/** Who is asking. */
export interface Actor {
  accountId: string | null;
  personId: string | null;
  name: string;
  posts: readonly Post[];
  /** Id of the session, to end it; never the token. */
  sessionId: string | null;
  /** A second factor was given in this session. */
  secondFactor: boolean;
  /** The session is on a device of many people: it reaches only what its row calls `shared`. */
  shared?: boolean;
}

export const nobody: Actor = {
  accountId: null,
  personId: null,
  name: '',
  posts: [],
  sessionId: null,
  secondFactor: false,
};
export const isSignedIn = (actor: Actor): boolean => actor.accountId !== null;
export const isStaff = (actor: Actor): boolean => actor.posts.length > 0;

/** The roles that the actor has. Everybody is `anyone`; whoever is signed in is `resident` in their own matters. */
export function rolesOf(actor: Actor): Role[] {
  const has = new Set<Role>(['anyone']);
  if (isSignedIn(actor)) has.add('resident');
  for (const post of actor.posts) has.add(post.role);
  return [...has];
}

/** What an object says of itself so that a relation can be worked out. All fields optional: absent means no such tie. */
export interface Ties {
  /** Accounts or persons to whom the object belongs. */
  owners?: readonly (string | null)[];
  holder?: string | null;
  departments?: readonly (string | null)[];
  outlets?: readonly (string | null)[];
  /** What was not handed in yet belongs to nobody but its owners: no role reaches it for being what it is. */
  private?: boolean;
}

/** True when the actor's post in this role reaches an object with these ties. */
function reaches(actor: Actor, role: Role, relation: Relation, ties: Ties): boolean {
  switch (relation) {
    case 'any':
      return !ties.private;
    case 'own':
      return (ties.owners ?? []).some(
        (owner) => owner !== null && (owner === actor.accountId || owner === actor.personId),
      );
    case 'held':
      return (
        ties.holder != null &&
        (ties.holder === actor.accountId || actor.posts.some((post) => post.standsInFor === ties.holder))
      );
    case 'department':
      return actor.posts.some(
        (post) =>
          post.role === role &&
          ((post.departmentId !== null && (ties.departments ?? []).includes(post.departmentId)) ||
            (post.outletId !== null && (ties.outlets ?? []).includes(post.outletId))),
      );
  }
}

/** Whether the row allows the actor to act on an object with these ties. Pure; default no. */
export function mayAct(row: PermissionRow, actor: Actor, ties: Ties): boolean {
  return rolesOf(actor).some((role) => (row[role] ?? []).some((relation) => reaches(actor, role, relation, ties)));
}

/** Whether the row could allow the actor at all: checked before the object is read. */
export function mayTry(row: PermissionRow, actor: Actor): boolean {
  return rolesOf(actor).some((role) => (row[role] ?? []).length > 0);
}

/** True when no relation needs the object: the role alone decides. */
export function needsNoObject(row: PermissionRow, actor: Actor): boolean {
  return rolesOf(actor).some((role) => (row[role] ?? []).includes('any'));
}

/** Throws `notSignedIn` or `forbidden` unless the row allows it. */
export function demand(row: PermissionRow, actor: Actor, ties: Ties): void {
  if (mayAct(row, actor, ties)) return;
  throw isSignedIn(actor) ? general.forbidden() : general.notSignedIn();
}
