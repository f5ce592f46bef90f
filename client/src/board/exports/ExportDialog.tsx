import { mayFacilitate } from '@common-ground/protocol';
import {
  boardNotes,
  notesAsCsv,
  notesAsJson,
  notesAsMarkdown,
  type BoardNotes,
} from '@common-ground/templates';
import { Button, Loader } from '@mantine/core';
import { useValue, type Editor } from '@tldraw/tldraw';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchBoardFile } from '../../api/boardFileApi.ts';
import { Dialog } from '../../app/Dialog.tsx';
import { useServices } from '../../app/services.tsx';
import type { BoardSession } from '../../session/boardSessions.ts';
import { readBoardState, type BoardStateSources } from '../findings/useBoardState.ts';
import { saveFile } from '../findings/saveFile.ts';
import classes from './ExportDialog.module.css';
import { pictureKinds, pictureOfShapes, type PictureKind } from './pictureOfShapes.ts';
import { saveBlob } from './saveBlob.ts';

/** How each kind of notes is made. */
const noteFiles = [
  ['md', 'text/markdown', notesAsMarkdown],
  ['csv', 'text/csv', notesAsCsv],
  ['json', 'application/json', notesAsJson],
] as const satisfies readonly (readonly [string, string, (notes: BoardNotes, language: string) => string])[];

type State = { readonly kind: 'idle' | 'working' | 'saved' | 'failed' | 'unfetched' };

/** Takes pictures of the board and its notes along as files. */
export function ExportDialog({
  sources,
  session,
  onClose,
}: {
  sources: BoardStateSources;
  session: BoardSession;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { editor, info } = sources;
  const [state, setState] = useState<State>({ kind: 'idle' });
  const { title } = info;

  const work = async (act: () => Promise<boolean>) => {
    setState({ kind: 'working' });
    // A large board keeps the browser busy: first it shows that something is going on.
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    try {
      setState({ kind: (await act()) ? 'saved' : 'failed' });
    } catch {
      // An image that cannot be fetched, or no memory for a picture of this size.
      setState({ kind: 'failed' });
    }
  };
  const savePicture = (kind: PictureKind, isSelection: boolean) =>
    work(async () => {
      const ids = isSelection ? editor.getSelectedShapeIds() : [...editor.getCurrentPageShapeIds()];
      const blob = await pictureOfShapes(editor, ids, kind, title);
      if (blob !== null) saveBlob(`${title}.${kind}`, blob);
      return blob !== null;
    });
  const saveNotes = ([suffix, type, render]: (typeof noteFiles)[number]) =>
    work(async () => {
      const notes = boardNotes(readBoardState(sources));
      saveFile(`${title} – ${t('exports.notes')}.${suffix}`, type, render(notes, i18n.language));
      return true;
    });
  const { fetch } = useServices();
  const saveBoard = async () => {
    setState({ kind: 'working' });
    const file = await fetchBoardFile(fetch, session);
    if (file.ok) saveBlob(`${title}.zip`, file.value);
    setState({ kind: file.ok ? 'saved' : 'unfetched' });
  };
  const hasFailed = state.kind === 'failed' || state.kind === 'unfetched';
  const isWorking = state.kind === 'working';
  const mayTake = mayFacilitate(info.you.role);
  const { shown, selected } = useShapeCounts(editor);

  return (
    <Dialog title={t('exports.title')} size={480} onClose={onClose}>
      <Choices title={t('exports.page')} hint={t(shown === 0 ? 'exports.pageEmpty' : 'exports.pageHint')}>
        {pictureKinds.map((kind) => (
          <SaveButton
            key={kind}
            label={kind.toUpperCase()}
            isOff={isWorking || shown === 0}
            onClick={() => savePicture(kind, false)}
          />
        ))}
      </Choices>
      <Choices
        title={t('exports.selection')}
        hint={selected === 0 ? t('exports.selectionEmpty') : t('exports.selectionHint', { count: selected })}
      >
        {pictureKinds.map((kind) => (
          <SaveButton
            key={kind}
            label={kind.toUpperCase()}
            isOff={isWorking || selected === 0}
            onClick={() => savePicture(kind, true)}
          />
        ))}
      </Choices>
      <Choices title={t('exports.allNotes')} hint={t('exports.allNotesHint')}>
        {noteFiles.map((file) => (
          <SaveButton
            key={file[0]}
            label={t(`exports.as.${file[0]}`)}
            isOff={isWorking}
            onClick={() => saveNotes(file)}
          />
        ))}
      </Choices>
      <Choices
        title={t('exports.whole')}
        hint={t(mayTake ? 'exports.wholeHint' : 'exports.wholeByFacilitator')}
      >
        {mayTake && <SaveButton label={t('exports.boardFile')} isOff={isWorking} onClick={saveBoard} />}
      </Choices>
      <output className={classes.state} data-failed={hasFailed || undefined}>
        {isWorking && <Loader size={18} />}
        {hasFailed && <IconAlertTriangle size={18} stroke={1.8} aria-hidden="true" />}
        {state.kind !== 'idle' && t(`exports.state.${state.kind}`)}
      </output>
    </Dialog>
  );
}

function Choices({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className={classes.choices} aria-label={title}>
      <h3>{title}</h3>
      <p>{hint}</p>
      <div>{children}</div>
    </section>
  );
}

function SaveButton({
  label,
  isOff,
  onClick,
}: {
  label: string;
  isOff: boolean;
  onClick: () => Promise<void>;
}) {
  return (
    <Button
      variant="default"
      size="sm"
      disabled={isOff}
      leftSection={<IconDownload size={16} stroke={1.6} aria-hidden="true" />}
      onClick={() => void onClick()}
    >
      {label}
    </Button>
  );
}

function useShapeCounts(editor: Editor): { readonly shown: number; readonly selected: number } {
  const shown = useValue('shapes of page', () => editor.getCurrentPageShapeIds().size, [editor]);
  const selected = useValue('selected shapes', () => editor.getSelectedShapeIds().length, [editor]);
  return { shown, selected };
}
