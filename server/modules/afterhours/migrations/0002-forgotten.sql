-- Who asked is forgotten half a year after the request has ended (个人信息保护法 19, 47).
alter table afterhours.request add column forgotten_at timestamptz;
create index request_remembered on afterhours.request (changed_at) where forgotten_at is null;
comment on column afterhours.request.forgotten_at is 'When name, telephone, person, account, ticket, cases and wish were taken out of it; times, state and matters stay for the figures.';
