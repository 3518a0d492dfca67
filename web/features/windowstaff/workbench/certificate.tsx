/** The certificate of qualification on paper: who, for what, until when; sealed by hand. */
import type { ReactNode } from 'react';
import type { windowStaffContract } from '#modules/windowstaff/contract';
import type { ReplyOf } from '#platform/contract';
import { sayDay } from '#web/words/dates.ts';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { staffWords } from '../words.ts';

export function Certificate({ of }: { of: ReplyOf<typeof windowStaffContract.listCertificates> }): ReactNode {
  const say = useWords(staffWords);
  const language = useLanguage();
  return (
    <div className="staff-certificate">
      <h1>{say.certificateTitle}</h1>
      <p>{say.certificateLine(of.name, of.departmentName ?? '')}</p>
      <table>
        <thead>
          <tr>
            <th>{say.errand}</th>
            <th>{say.number}</th>
            <th>{say.validity}</th>
          </tr>
        </thead>
        <tbody>
          {of.rows.map((one) => (
            <tr key={one.id}>
              <td>{pick(language, one.errandName, one.errandNameEn)}</td>
              <td>{one.number}</td>
              <td>
                {sayDay(one.fromOn, language)} – {sayDay(one.untilOn, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="staff-certificate-foot">
        {say.certificateFoot(of.outletName)}
        <br />
        {sayDay(of.asOf, language)}
      </p>
    </div>
  );
}
