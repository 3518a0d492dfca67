-- A talk may pass through several hands: each `take` in the course begins a part of it, the line after it ends that part. What was not said
-- yet is where a clerk gave the talk; and with the use of a kiosk an end of its own has come.

alter table remotehelp.course add column given_to text;
alter table remotehelp.course add constraint course_given_known check (given_to in ('colleague', 'queue'));
comment on column remotehelp.course.given_to is 'Of a hand-over: to a colleague or back to the queue; null for other acts, and for hand-overs of before.';
-- What a clerk had part in, the newest first.
create index course_of_clerk on remotehelp.course (account_id, at) where act = 'take';

alter table remotehelp.help drop constraint help_outcome_known;
alter table remotehelp.help add constraint help_outcome_known check (outcome in ('helped', 'elsewhere', 'left', 'kioskEnded', 'askerAway', 'nobodyCame'));
