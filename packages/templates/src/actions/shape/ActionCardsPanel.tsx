import type { Editor, TLShapeId } from '@tldraw/tldraw';
import { useEditor, useIsDarkMode, useValue } from '@tldraw/tldraw';
import { useRef, useState } from 'react';
import { findingIds, findingsByTarget, keyOfTarget, spokenFindings } from '../../findings/marks.ts';
import { FindingMark } from '../../findings/FindingMark.tsx';
import { ownEvents } from '../../handling/shape/ownEvents.ts';
import { useOwnKeys } from '../../handling/shape/useOwnKeys.ts';
import type { WidgetOptions } from '../../widgetOptions.ts';
import { actionsShown } from '../actionsShown.ts';
import { actionWords, cardTexts, noneKey } from '../actionWords.ts';
import { layCards } from '../layCards.ts';
import '../../handling/shape/spoken.css';
import './actionCards.css';
import type { ActionCardsShape } from './ActionCardsShape.ts';
import type { ScreenPoint } from './ActionEditor.tsx';
import { ActionEditor, NewActionField } from './ActionEditor.tsx';
import { drawActionCards } from './drawActionCards.tsx';

interface ActionCardsPanelProps {
  readonly shape: ActionCardsShape;
  readonly options: WidgetOptions;
}

/** What is being written at: an action, or a new one; null for neither. */
type Writing = { readonly actionId: string } | 'new' | null;

/** The cards, each to be pressed by whoever may change them. */
export function ActionCardsPanel({ shape, options }: ActionCardsPanelProps) {
  const editor = useEditor();
  const panel = useRef<HTMLDivElement>(null);
  const ownKeys = useOwnKeys(panel);
  const isDarkMode = useIsDarkMode();
  const [writing, setWriting] = useState<Writing>(null);
  const actions = useValue('actions', () => options.actions(), [options]);
  const partners = useValue('partners of the board', () => options.partners(), [options]);
  const language = useValue('language', () => options.language(), [options]);
  const canEdit = useValue(
    'may change actions',
    () => options.actions()?.canEdit === true && !editor.getIsReadonly(),
    [editor, options],
  );
  const isTouchable = useValue('select tool is on', () => editor.isIn('select'), [editor]) && canEdit;
  const t = cardTexts(language);
  const { w, h, of } = shape.props;
  const zoom = useValue('zoom of cards', () => zoomOfCards(editor.getZoomLevel()), [editor]);
  const shown = actionsShown(actions, of);
  const list = shown ?? [];
  const { cards } = layCards(list.length, shape.props, zoom);
  const edited =
    writing === null || writing === 'new' ? undefined : list.find((one) => one.actionId === writing.actionId);
  const close = () => {
    setWriting(null);
    panel.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus({ preventScroll: true });
  };
  const at = (x: number, y: number) => placeOfPop(editor, shape.id, { x, y });
  const editedPlace = edited === undefined ? undefined : cards[list.indexOf(edited)];

  return (
    <div
      ref={panel}
      className="cg-actions"
      data-touchable={isTouchable}
      style={{ width: w, height: h }}
      {...ownKeys}
    >
      <svg width={w} height={h} aria-hidden>
        {drawActionCards({
          actions: shown,
          none: t(noneKey(of)),
          partners,
          language,
          box: shape.props,
          zoom,
          isDarkMode,
        })}
      </svg>
      <ul aria-label={t('actions.label', { count: list.length })}>
        {cards.map((place, index) => {
          const action = list[index];
          if (action === undefined) return null;
          const { what, who, when } = actionWords(action, partners, language);
          const style = { left: place.x, top: place.y, width: place.w, height: place.h };
          return (
            <li key={action.actionId} style={style}>
              <span className="cg-spoken" dir="auto">{`${what}. ${who}. ${when}.`}</span>
              <CardMark options={options} actionId={action.actionId} />
              {canEdit && (
                <button
                  type="button"
                  className="cg-actions-card"
                  aria-label={t('actions.edit', { what })}
                  aria-expanded={edited === action}
                  onClick={() => setWriting({ actionId: action.actionId })}
                  {...ownEvents}
                />
              )}
            </li>
          );
        })}
      </ul>
      {canEdit && of !== 'last-time' && (
        <button type="button" className="cg-actions-add" onClick={() => setWriting('new')} {...ownEvents}>
          + {t('actions.add')}
        </button>
      )}
      {actions !== null && edited !== undefined && (
        <ActionEditor
          key={edited.actionId}
          at={at(editedPlace?.x ?? 0, editedPlace?.y ?? 0)}
          action={edited}
          partners={partners}
          language={language}
          onEdit={(changes) => actions.edit(edited.actionId, changes)}
          onClose={close}
        />
      )}
      {actions !== null && writing === 'new' && canEdit && (
        <NewActionField at={at(w, h)} language={language} onAdd={actions.add} onClose={close} />
      )}
    </div>
  );
}

/** In steps, so that cards are not drawn anew in every frame of a zoom; never more than there is. */
function zoomOfCards(zoom: number): number {
  return zoom >= 1 ? 1 : 2 ** (Math.floor(Math.log2(zoom) * 4) / 4);
}

/** As large as the fields are, px of the screen, with what stands at the edges of the window. */
const popRoom = { w: 312, h: 460, top: 56 } as const;

/** Where fields are opened for a point of the shape, so that they are whole in the window. */
function placeOfPop(editor: Editor, id: TLShapeId, point: ScreenPoint): ScreenPoint {
  const { w, h } = editor.getViewportScreenBounds();
  const { x, y } = editor.pageToViewport(editor.getShapePageTransform(id).applyToPoint(point));
  return {
    x: Math.max(8, Math.min(x, w - popRoom.w)),
    y: Math.max(Math.min(popRoom.top, h - popRoom.h), Math.min(y, h - popRoom.h)),
  };
}

/** What the rules find about an action, in the corner of its card. */
function CardMark({ options, actionId }: { readonly options: WidgetOptions; readonly actionId: string }) {
  const target = keyOfTarget({ kind: 'action', actionId });
  const findings = useValue('findings', () => options.findings(), [options]);
  const language = useValue('language', () => options.language(), [options]);
  const found = findingsByTarget(findings).get(target) ?? [];
  if (found.length === 0) return null;
  return (
    <span className="cg-actions-mark" data-findings={findingIds(found)}>
      <FindingMark findings={found} />
      <span className="cg-spoken">{spokenFindings(found, language)}</span>
    </span>
  );
}
