-- Lists of all cases there ever were: newest first, of an outlet, of an item, by the beginning of a name. None of these columns is moved by a
-- step, so that steps stay on their page (HOT); a case pays for them once when it comes in and once when it ends. Measured on a million cases:
-- without them such a list reads the whole table.
create index case_submitted on cases."case" (submitted_at, id);
create index case_outlet_submitted on cases."case" (outlet_id, submitted_at) where outlet_id is not null;
create index case_item_submitted on cases."case" (item_id, submitted_at);
create index case_applicant_name on cases."case" (applicant_name text_pattern_ops);
