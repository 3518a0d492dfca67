-- Why a message waits, in a word that people can act on; documents that could not be had; finding what was taken in.

alter table exchange.outgoing add column fault_code text;
comment on column exchange.outgoing.fault_code is 'The code of the problem with which the partner refused it; null for other faults.';

alter table exchange.taken_document add column fault text;
alter table exchange.taken_document add constraint taken_document_fault_known check (fault in ('notGiven', 'notWhole', 'notReadable'));
comment on column exchange.taken_document.fault is 'Why the PDF did not come; null while it is on its way or here. It can be asked for again.';

create index taken_applicant on exchange.taken (applicant_name, taken_at desc, id);
create index taken_number on exchange.taken (number) where number is not null;
create index taken_state on exchange.taken (state, taken_at desc, id);
create index taken_unanswered on exchange.taken (taken_at desc, id) where number is null and refusal is null;
create index taken_of_partner on exchange.taken (partner_id, taken_at desc, id);
