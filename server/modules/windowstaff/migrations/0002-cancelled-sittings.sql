-- A sitting of an exam that was cancelled ends without a mark that counts.
alter table windowstaff.sitting drop constraint sitting_how_known;
alter table windowstaff.sitting add constraint sitting_how_known check (ended_how in ('handedIn', 'time', 'cancelled'));
comment on column windowstaff.sitting.ended_how is 'Handed in, by time, or because the exam was cancelled: then nothing is marked, and it does not count as a try.';
