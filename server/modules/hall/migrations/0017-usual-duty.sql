-- A switch for an hour is no reason to offer no times next week: what a window does again afterwards is kept beside what it does now.

alter table hall.duty add column usual_ids uuid[];
comment on column hall.duty.usual_ids is 'What it does again when a switch ends; null while it does what it usually does.';
