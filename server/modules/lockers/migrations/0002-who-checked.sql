-- Which department compared an entry with the original: it answers for that, and takes it back where the original was none.
alter table lockers.entry add column verified_department_id uuid;
comment on column lockers.entry.verified_department_id is
  'The department for which the original was seen at a window: it can revoke what nobody has issued here. Null: nobody has seen it.';
create index entry_issued_by on lockers.entry (department_id, added_at desc, id) where department_id is not null;
create index entry_checked_by on lockers.entry (verified_department_id, verified_at desc, id) where verified_department_id is not null;

-- The owner reads who compared and who revoked in the same list as who looked and used.
alter table lockers.usage
  drop constraint usage_how_known,
  drop constraint usage_basis_known,
  add constraint usage_how_known check (how in ('look', 'open', 'use', 'verify', 'revoke')),
  add constraint usage_basis_known check (basis in ('self', 'standing', 'window', 'case', 'office'));
comment on column lockers.usage.basis is
  'self: the owner; standing or window: the consent that is named; case: a file of a copy was opened by who works on its case; office: the department that issued or compared it.';
