/** Words of the revocation of what was granted. */
import { words } from '#web/words/words.ts';

export const revokeWords = words({
  'zh-CN': {
    ground: '撤销的法定情形',
    article: (place: string) => `《行政许可法》第六十九条${place}`,
    byItem: '事项公布的后果',
    interests: {
      compensated: '被许可人的合法权益受到损害的，行政机关应当依法赔偿（第六十九条第四款），决定书会写明。',
      unprotected: '应当撤销；基于该许可取得的利益不受保护（第六十九条第四款），决定书会写明。',
      unsaid: '按申请人所作的承诺和事项公布的后果撤销。',
    },
    facts: '查明的事实',
    factsHint: '写进撤销决定书',
    heardOn: '听取陈述、申辩的日期',
    heardHint: '撤销以前要告知当事人拟撤销的事实、理由和依据，听取其陈述、申辩（第七条）。',
    statement: '当事人的陈述、申辩',
    statementHint: '没有陈述的，写明何时告知、没有提出意见',
  },
  en: {
    ground: 'Ground of the law',
    article: (place) => `Licensing law, article 69 ${place}`,
    byItem: 'consequence that the item names',
    interests: {
      compensated:
        'Harm to the licensee’s lawful interests is made good by the office (art. 69, paragraph 4); the decision says so.',
      unprotected:
        'It has to be revoked; interests won by it are not protected (art. 69, paragraph 4); the decision says so.',
      unsaid: 'Revoked by what the applicant undertook and the item names.',
    },
    facts: 'Facts that were found',
    factsHint: 'They stand in the decision',
    heardOn: 'Day on which the party was heard',
    heardHint: 'Before it is revoked the party is told the facts, reasons and law, and heard (art. 7).',
    statement: 'What the party said',
    statementHint: 'If nothing: when it was told, and that it had nothing to say',
  },
});
