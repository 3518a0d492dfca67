-- Where all must agree, a department agrees before anything is decided; then everything is decided together.

alter table matters.member
  add column agreed_at timestamptz,
  add column agreed_by uuid,
  add column agreement jsonb,
  add constraint member_agreement_whole check ((agreed_at is null) = (agreed_by is null) and (agreed_at is null) = (agreement is null));
comment on column matters.member.agreement is 'Who agreed under which post, with the opinion and conditions that the decision will say. Kept when it is decided.';

alter table matters.matter add column ready_at timestamptz;
comment on column matters.matter.ready_at is 'Since when all agree while something still keeps a part from being decided; swept.';
create index matter_ready on matters.matter (ready_at) where ready_at is not null;

alter table matters.step drop constraint step_kind_known;
alter table matters.step add constraint step_kind_known
  check (kind in ('apply', 'open', 'agree', 'takeBackAgreement', 'decide', 'stop', 'drop', 'withdraw', 'extend', 'conclude', 'end'));
