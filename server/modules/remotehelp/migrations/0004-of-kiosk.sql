-- A help that was asked for at a kiosk ends with the use of the kiosk.
alter table remotehelp.help add column kiosk_id uuid;
comment on column remotehelp.help.kiosk_id is 'The kiosk at which it was asked for; null elsewhere, and for helps of before.';
create index help_of_kiosk on remotehelp.help (kiosk_id) where state <> 'ended';
