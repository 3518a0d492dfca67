-- Messages to colleagues for their posts: by account, because staff need no person here.
alter table notices.notice
  alter column person_id drop not null,
  add column account_id uuid,
  add constraint notice_for_one check (num_nonnulls(person_id, account_id) = 1);
create index notice_of_account on notices.notice (account_id, id desc) where account_id is not null;
create index notice_unread_of_account on notices.notice (account_id) where account_id is not null and read_at is null;
comment on column notices.notice.account_id is 'The inbox of the workbench; nothing of it goes out by SMS or e-mail.';
