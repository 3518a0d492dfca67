-- A help ends with the use of the kiosk in which it was asked for, and not with the one after: what ends a use is heard a moment later, when
-- somebody else may have asked already.
alter table remotehelp.help add column sitting_id uuid;
comment on column remotehelp.help.sitting_id is 'The use of the kiosk in which it was asked for; null elsewhere, and for helps of before.';
