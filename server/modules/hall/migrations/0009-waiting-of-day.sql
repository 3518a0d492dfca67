-- With the day before the rank. Without it, and with statistics from an hour when nobody waited, a call read all tickets of the day by another index
-- that begins with outlet and day, and sorted them.
create index ticket_waiting_of_day on hall.ticket (outlet_id, day, rank, id) where state = 'waiting';
drop index hall.ticket_waiting;
