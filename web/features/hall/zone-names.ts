/** What zones of a hall are called for whoever reads: in English as the hall has said, otherwise as they are. */
import { hallContract } from '#modules/hall/contract';
import { useOp } from '#web/client/query.ts';
import { useLanguage } from '#web/words/language.ts';

export function useZoneName(outletId: string | undefined): (zone: string) => string {
  const asks = useLanguage() === 'en' && outletId !== undefined;
  const params = { id: outletId ?? '' };
  const found = useOp(hallContract.listZones, { params }, { enabled: asks, staleTime: 600_000 });
  return (zone) => (asks && found.data?.find((one) => one.zone === zone)?.nameEn) || zone;
}
