import { gallery } from 'virtual:gallery';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColourSchemeButton } from '../app/ColourSchemeButton.tsx';
import { useServices } from '../app/services.tsx';
import { usePageTitle } from '../app/usePageTitle.ts';
import { Wordmark } from '../app/Wordmark.tsx';
import type { OfferedTemplate } from '../templates/useOwnTemplates.ts';
import classes from './HomePage.module.css';
import { fetchOwnTemplates } from './fetchOwnTemplates.ts';
import { OpenBoardFile } from './OpenBoardFile.tsx';
import { RecentBoards } from './RecentBoards.tsx';
import { TemplateCard } from './TemplateCard.tsx';

const loadDialog = async () => import('../create/CreateDialog.tsx');
const CreateDialog = lazy(async () => ({ default: (await loadDialog()).CreateDialog }));

/** Fetches the dialog before it is asked for, so that it opens at once. */
const preload = () => void loadDialog();

const OwnTemplateCards = lazy(async () => ({
  default: (await import('./OwnTemplateCards.tsx')).OwnTemplateCards,
}));

/** What a board is created with; null is blank. */
interface Creating {
  readonly templateId: string | null;
  /** What an own template is. */
  readonly offered?: OfferedTemplate;
}

/** What this is, the template gallery, and the boards this browser knows. */
export function HomePage() {
  const { t } = useTranslation();
  /** What to create a board with; a template or nothing; null while no dialog is open. */
  const [creating, setCreating] = useState<Creating | null>(null);
  const answered = useAnsweredTemplates();
  usePageTitle(null);

  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Wordmark />
        <ColourSchemeButton />
      </header>
      <main className={classes.main}>
        <div className={classes.intro}>
          <h1 className={classes.purpose}>{t('home.purpose')}</h1>
          <p className={classes.lead}>{t('home.lead')}</p>
          <RecentBoards />
        </div>
        <section className={classes.gallery} aria-labelledby="templates">
          <div className={classes.galleryHead}>
            <div>
              <h2 id="templates">{t('home.templates')}</h2>
              <p>{t('home.templatesHint')}</p>
            </div>
            <div className={classes.begin}>
              <button
                type="button"
                className={classes.blank}
                title={t('home.blankPurpose')}
                onPointerEnter={preload}
                onFocus={preload}
                onClick={() => setCreating({ templateId: null })}
              >
                <IconPlus size={18} stroke={1.8} aria-hidden="true" />
                {t('home.blank')}
              </button>
              <OpenBoardFile />
            </div>
          </div>
          <ul className={classes.cards}>
            {gallery.map((entry) => (
              <TemplateCard
                key={entry.id}
                entry={entry}
                onUse={() => setCreating({ templateId: entry.id })}
                onNear={preload}
              />
            ))}
          </ul>
          {answered.length > 0 && (
            <Suspense>
              <OwnTemplateCards
                answered={answered}
                onUse={(offered) => setCreating({ templateId: offered.template.id, offered })}
                onNear={preload}
              />
            </Suspense>
          )}
        </section>
      </main>
      {creating !== null && (
        <Suspense>
          <CreateDialog {...creating} onClose={() => setCreating(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** The own templates of this server as it answers them: they are read only where there are any, by what is loaded then. */
function useAnsweredTemplates(): readonly unknown[] {
  const { fetch } = useServices();
  const [answered, setAnswered] = useState<readonly unknown[]>([]);
  useEffect(() => {
    void fetchOwnTemplates(fetch).then(setAnswered);
  }, [fetch]);
  return answered;
}
