-- "You have applied for this already" looks at what is open only: whoever has a hundred closed cases waits no longer than others.
create index case_open_person on cases."case" (person_id) where ended_at is null and person_id is not null;
create index case_open_organisation on cases."case" (organisation_id) where ended_at is null and organisation_id is not null;
