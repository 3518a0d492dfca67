-- The list of one item over a long time: its cases are strewn over all days. Neither column is moved by a step, so rows stay on their page (HOT).
create index case_day_item on insight.case_day (item_id, submitted_on);
