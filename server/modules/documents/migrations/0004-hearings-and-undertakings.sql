-- The kinds of documents, as in kinds.ts: hearings, what is undertaken, and what is taken back.
create or replace function documents.check_document() returns trigger language plpgsql as $$
begin
  if new.kind in ('receipt', 'acceptanceNotice', 'supplementNotice', 'nonAcceptance', 'noLicenceNeeded', 'referral', 'decisionGrant',
    'decisionRefuse', 'withdrawal', 'correction', 'extensionNotice', 'specialProcedureNotice', 'deliveryReceipt', 'feeNotice', 'feeReceipt',
    'resultProof', 'hearingOffer', 'hearingNotice', 'hearingRecord', 'undertaking', 'undertakingNotice', 'promiseCheck', 'revocation') then
    return new;
  end if;
  raise exception 'no such kind of document: %', new.kind using errcode = 'check_violation', constraint = 'document_kind_known';
end $$;
