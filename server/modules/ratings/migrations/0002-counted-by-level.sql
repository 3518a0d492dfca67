-- Counting by day, department and level reads the index alone.
drop index ratings.rating_day;
create index rating_day on ratings.rating (on_day, department_id, level);
