-- What has ended is counted out of an index as well, and so is one life event of one department: nearly all matters of a full district have ended.

create index matter_ended on matters.matter (submitted_at desc, id) where state = 'ended';
create index matter_lead_ended on matters.matter (lead_department_id, submitted_at desc, id) where state = 'ended';
create index matter_lead_event on matters.matter (lead_department_id, event_id, submitted_at desc, id) include (state);
drop index matters.matter_event;
create index matter_event on matters.matter (event_id, submitted_at desc, id) include (state);
