import type { BoardId } from '@common-ground/protocol';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServices } from '../app/services.tsx';
import { forgetRecentBoard, readRecentBoards, type RecentBoard } from '../session/recentBoards.ts';
import { formatAgo } from '../texts/formatAgo.ts';
import classes from './RecentBoards.module.css';
import { useNewsCounts } from './useNewsCounts.ts';

const shownAtFirst = 5;

/** The boards this browser has had open, the latest first. */
export function RecentBoards() {
  const { t } = useTranslation();
  const { store } = useServices();
  const [boards, setBoards] = useState(() => readRecentBoards(store));
  const [all, setAll] = useState(false);
  const shown = all ? boards : boards.slice(0, shownAtFirst);
  const news = useNewsCounts(shown.map(({ boardId }) => boardId));

  const forget = (boardId: BoardId) => {
    forgetRecentBoard(store, boardId);
    setBoards(readRecentBoards(store));
  };

  return (
    <section className={classes.recent} aria-labelledby="recent">
      <h2 id="recent" className={classes.heading}>
        {t('home.recent')}
      </h2>
      {boards.length === 0 ? (
        <p className={classes.empty}>{t('home.recentEmpty')}</p>
      ) : (
        <ul className={classes.list}>
          {shown.map((board) => (
            <RecentBoardRow
              key={board.boardId}
              board={board}
              newsCount={news.get(board.boardId) ?? 0}
              onForget={() => forget(board.boardId)}
            />
          ))}
        </ul>
      )}
      {shown.length < boards.length && (
        <button type="button" className="cg-link" onClick={() => setAll(true)}>
          {t('home.showAll', { count: boards.length - shown.length })}
        </button>
      )}
    </section>
  );
}

function RecentBoardRow({
  board,
  newsCount,
  onForget,
}: {
  board: RecentBoard;
  newsCount: number;
  onForget: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { now } = useServices();
  const [when] = useState(() => formatAgo(board.openedAt, now(), i18n.language));
  return (
    <li className={classes.row}>
      <Link to={`/b/${board.boardId}`} className={classes.link}>
        <span className={classes.head}>
          <span className={classes.title} dir="auto">
            {board.title}
          </span>
          {newsCount > 0 && <span className={classes.news}>{t('news.recent', { count: newsCount })}</span>}
        </span>
        <span className={classes.facts}>
          {t(`roles.${board.role}`)} · {when === null ? t('home.openedJustNow') : t('home.opened', { when })}
        </span>
      </Link>
      <button
        type="button"
        className={`cg-icon-button ${classes.forget}`}
        aria-label={t('home.recentForget', { title: board.title })}
        title={t('home.recentForgetShort')}
        onClick={onForget}
      >
        <IconX size={16} stroke={1.6} aria-hidden="true" />
      </button>
    </li>
  );
}
