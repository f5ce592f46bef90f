import { mayEdit } from '@common-ground/protocol';
import type { WorkshopView } from '@common-ground/workshop';
import { Button } from '@mantine/core';
import { IconArrowsHorizontal, IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import parts from '../parts.module.css';
import { useGive } from '../WorkshopContext.tsx';

const thumbs = [
  ['up', IconThumbUp],
  ['side', IconArrowsHorizontal],
  ['down', IconThumbDown],
] as const;

/** Whether to go on with the topic: asked, answered by thumbs, counted. */
export function GoOnQuestion({
  view,
  isLeading,
  moreMinutes,
}: {
  view: WorkshopView;
  isLeading: boolean;
  moreMinutes: number;
}) {
  const { t } = useTranslation();
  const give = useGive();
  const ask = view.discussion.current?.ask ?? null;
  return (
    <>
      {ask !== null && (
        <fieldset className={parts.group}>
          <legend>{t('workshop.discussion.goOn')}</legend>
          {ask.counts === null ? (
            <>
              {mayEdit(view.you.role) && (
                <div className={parts.row}>
                  {thumbs.map(([thumb, Icon]) => (
                    <Button
                      key={thumb}
                      variant={ask.yours === thumb ? 'light' : 'default'}
                      aria-pressed={ask.yours === thumb}
                      leftSection={<Icon size={16} stroke={1.8} aria-hidden="true" />}
                      onClick={() =>
                        void give({
                          type: 'discussion.thumb',
                          askNumber: ask.askNumber,
                          thumb: ask.yours === thumb ? null : thumb,
                        })
                      }
                    >
                      {t(`workshop.discussion.${thumb}`)}
                    </Button>
                  ))}
                </div>
              )}
              <p className={`${parts.muted} ${parts.numbers}`}>
                {t('workshop.discussion.thumbCount', { count: ask.thumbCount, expected: ask.expectedCount })}
              </p>
            </>
          ) : (
            <p className={`${parts.text} ${parts.numbers}`}>
              {t('workshop.discussion.counts', { ...ask.counts })}
            </p>
          )}
        </fieldset>
      )}
      {isLeading && (
        <div className={parts.row}>
          {ask?.counts === null ? (
            <Button size="xs" variant="default" onClick={() => void give({ type: 'discussion.countThumbs' })}>
              {t('workshop.discussion.count')}
            </Button>
          ) : (
            <Button size="xs" variant="default" onClick={() => void give({ type: 'discussion.askGoOn' })}>
              {t('workshop.discussion.ask')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            onClick={() => void give({ type: 'discussion.goOn', minutes: moreMinutes })}
          >
            {t('workshop.discussion.more', { count: moreMinutes })}
          </Button>
          <Button size="xs" variant="default" onClick={() => void give({ type: 'discussion.finishTopic' })}>
            {t('workshop.discussion.finish')}
          </Button>
        </div>
      )}
    </>
  );
}
