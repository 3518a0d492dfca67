/** What is told of kiosks: by inbox and SMS, for it cannot wait until somebody looks. */
import { template } from './template.ts';

export const ofKiosks = {
  paperLeft: template(
    'both',
    [
      '自助机上有您打印的材料',
      '您在{place}打印的材料可能没有取走。请尽快回去取，或联系现场工作人员；没人取的会销毁，不会给别人看。如已取走，不用理会。',
    ],
    [
      'A paper of yours may lie in a kiosk',
      'What you printed at {place} may still lie there. Go back for it or ask the staff: what nobody takes is destroyed and shown to nobody. If you have it, there is nothing to do.',
    ],
  ),
};
