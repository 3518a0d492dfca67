-- As in cases: PostgreSQL reads a check constraint anew for every statement, PL/pgSQL keeps it. Half the cost of storing a document.
alter table documents.document drop constraint document_kind_known;
create function documents.check_document() returns trigger language plpgsql as $$
begin
  if new.kind in ('receipt', 'acceptanceNotice', 'supplementNotice', 'nonAcceptance', 'noLicenceNeeded', 'referral', 'decisionGrant',
    'decisionRefuse', 'withdrawal', 'correction', 'extensionNotice', 'specialProcedureNotice', 'deliveryReceipt', 'feeNotice', 'feeReceipt',
    'resultProof') then return new; end if;
  raise exception 'no such kind of document: %', new.kind using errcode = 'check_violation', constraint = 'document_kind_known';
end $$;
create trigger document_check before insert or update on documents.document for each row execute function documents.check_document();

alter table documents.service drop constraint service_way_known, drop constraint service_remedies_whole;
create function documents.check_service() returns trigger language plpgsql as $$
begin
  if new.way in ('collected', 'posted', 'electronic', 'onSite', 'left') and (new.review_until is null) = (new.action_until is null) then
    return new;
  end if;
  raise exception 'a service by %, with remedies until % and %', new.way, new.review_until, new.action_until
    using errcode = 'check_violation', constraint = 'service_check';
end $$;
create trigger service_check before insert or update on documents.service for each row execute function documents.check_service();
