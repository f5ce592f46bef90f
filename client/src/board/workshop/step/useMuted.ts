import { useState } from 'react';
import { useServices } from '../../../app/services.tsx';

const storeKey = 'common-ground/muted';

/** Whether this person wants no sound when time is up; remembered on this device. */
export function useMuted(): readonly [boolean, (isMuted: boolean) => void] {
  const { store } = useServices();
  const [isMuted, setMuted] = useState(() => store.read(storeKey) === 'yes');
  const change = (next: boolean) => {
    if (next) store.write(storeKey, 'yes');
    else store.remove(storeKey);
    setMuted(next);
  };
  return [isMuted, change];
}
