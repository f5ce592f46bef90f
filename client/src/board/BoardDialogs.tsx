import type { Role } from '@common-ground/protocol';
import type { Editor } from '@tldraw/tldraw';
import type { BoardSession } from '../session/boardSessions.ts';
import type { BoardViewProps } from './BoardView.tsx';
import type { LaunchTemplate } from './chrome/TemplateDialog.tsx';
import { useBoardLinks } from './chrome/useBoardLinks.ts';
import { ExportDialog, InformedDialog, ShareDialog, TemplateDialog } from './laterParts.ts';

/** What can be asked for over a board; one at a time. */
export type BoardDialog = 'share' | 'informed' | 'export' | 'template';

/** The dialog that is open over the board, if any. */
export function BoardDialogs({
  dialog,
  editor,
  connection,
  info,
  session,
  onLaunch,
  onClose,
}: BoardViewProps & {
  dialog: BoardDialog | null;
  editor: Editor | null;
  onLaunch: LaunchTemplate;
  onClose: () => void;
}) {
  const { doc, workshop: client } = connection;
  const { role } = info.you;
  switch (dialog) {
    case null:
      return null;
    case 'share':
      return <LinksDialog session={session} role={role} onClose={onClose} />;
    case 'informed':
      return <InformedDialog session={session} role={role} onClose={onClose} />;
    case 'export':
      if (editor === null) return null;
      return <ExportDialog sources={{ editor, doc, client, info }} session={session} onClose={onClose} />;
    case 'template': {
      const records = editor === null ? null : () => editor.store.allRecords();
      const board =
        records === null ? null : { doc, partners: info.partners, view: client.view.get(), records };
      return (
        <TemplateDialog
          partners={info.partners}
          session={session}
          board={board}
          onLaunch={onLaunch}
          onClose={onClose}
        />
      );
    }
    default:
      return dialog satisfies never;
  }
}

/** The links are fetched when somebody wants to see them. */
function LinksDialog({ session, role, onClose }: { session: BoardSession; role: Role; onClose: () => void }) {
  return <ShareDialog state={useBoardLinks(session, role)} onClose={onClose} />;
}
