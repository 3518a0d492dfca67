-- A message that says what holds now is worth nothing later: it is not sent any more once its time is over.

alter table notices.outgoing drop constraint outgoing_state_known,
  add constraint outgoing_state_known check (state in ('waiting', 'sent', 'givenUp', 'noAddress', 'unwanted', 'ranOut'));
comment on column notices.outgoing.state is
  'noAddress: the person has none for this channel; unwanted: switched off by the person; ranOut: it came to its turn too late to be of use; givenUp: an operator must look.';
