-- The lists of a full district are read in their order out of an index: a page costs as much as its rows, not as what there is.

drop index matters.matter_lead;
create index matter_lead on matters.matter (lead_department_id, submitted_at desc, id);
create index matter_lead_open on matters.matter (lead_department_id, submitted_at desc, id) where state <> 'ended';
drop index matters.matter_submitted;
create index matter_submitted on matters.matter (submitted_at desc, id);
create index matter_open on matters.matter (submitted_at desc, id) where state <> 'ended';
create index matter_event on matters.matter (event_id, submitted_at desc, id);

drop index matters.consultation_asked;
create index consultation_asked on matters.consultation (to_department_id, (state = 'asked') desc, due_on, asked_at desc, id);
drop index matters.consultation_open;
create index consultation_all on matters.consultation ((state = 'asked') desc, due_on, asked_at desc, id);
create index consultation_open on matters.consultation (due_on, asked_at desc, id) where state = 'asked';
create index consultation_asked_open on matters.consultation (to_department_id, due_on, asked_at desc, id) where state = 'asked';
