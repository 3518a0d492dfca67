-- Who came is forgotten after some time: an appointment of long ago has nobody's name.

alter table hall.booking alter column person_id drop not null;
create index booking_with_person on hall.booking (day) where person_id is not null;
comment on column hall.booking.person_id is 'Whose it is; null once it has been forgotten.';
