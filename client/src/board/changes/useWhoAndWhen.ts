import type { Attribution } from '@common-ground/board';
import type { Participant, ParticipantId } from '@common-ground/protocol';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../texts/formatMoment.ts';
import { isolate } from '../../texts/isolate.ts';

/** Who and when in words ("Anna · Yesterday 16:40"); empty when neither is known. `now` in ms, server time. */
export function useWhoAndWhen(
  participants: ReadonlyMap<ParticipantId, Participant>,
  now: number,
): (who: Attribution) => string {
  const { i18n } = useTranslation();
  return useCallback(
    ({ by, at }) => {
      const name = by === null ? undefined : participants.get(by)?.name;
      const when = at === null ? undefined : formatMoment(at, now, i18n.language);
      return [name === undefined ? undefined : isolate(name), when].filter(Boolean).join(' · ');
    },
    [participants, now, i18n.language],
  );
}
