-- What somebody can print at a kiosk: the papers that are theirs, the newest first.

create index document_proof_of_recipient on documents.document (recipient_id, issued_at desc)
  where kind in ('resultProof', 'decisionGrant', 'acceptanceNotice', 'receipt', 'feeReceipt');
