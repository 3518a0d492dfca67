-- To whom a talk was handed over: the same act that comes again says the same colleague, and the record tells whom it was meant for.
alter table remotehelp.course add column given_to_id uuid;
comment on column remotehelp.course.given_to_id is 'The colleague to whom it was handed over: somebody else may have taken it after a minute. Null for all else.';
