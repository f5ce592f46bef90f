import type { RecordProps, SvgExportContext, TLFontFace, TLResizeInfo } from '@tldraw/tldraw';
import { DefaultFontFaces, HTMLContainer, Rectangle2d, resizeBox, ShapeUtil } from '@tldraw/tldraw';
import { noWidgetOptions, type WidgetOptions } from '../../widgetOptions.ts';
import { validatorOf } from '../../widget.ts';
import { actionCardsPropSchemas, actionCardsType } from '../actionCardsWidget.ts';
import { cardTexts, noneKey } from '../actionWords.ts';
import { actionsShown } from '../actionsShown.ts';
import type { ActionCardsShape } from './ActionCardsShape.ts';
import { ActionCardsPanel } from './ActionCardsPanel.tsx';
import { drawActionCards } from './drawActionCards.tsx';

/** The least that holds a card. */
const minSide = 160;

/** The group's actions on the canvas. The shape holds its size alone: the actions are the workshop's, wherever they are shown. */
export class ActionCardsShapeUtil extends ShapeUtil<ActionCardsShape> {
  static override type = actionCardsType;
  static override props: RecordProps<ActionCardsShape> = {
    w: validatorOf(actionCardsPropSchemas.w),
    h: validatorOf(actionCardsPropSchemas.h),
    of: validatorOf(actionCardsPropSchemas.of),
  };

  override options: WidgetOptions = noWidgetOptions;

  override getDefaultProps(): ActionCardsShape['props'] {
    return { w: 640, h: 272 };
  }

  override getGeometry({ props: { w, h } }: ActionCardsShape): Rectangle2d {
    return new Rectangle2d({ width: w, height: h, isFilled: true });
  }

  override hideRotateHandle(): boolean {
    return true;
  }

  override onResize(shape: ActionCardsShape, info: TLResizeInfo<ActionCardsShape>) {
    return resizeBox(shape, info, { minWidth: minSide, minHeight: minSide });
  }

  override component(shape: ActionCardsShape) {
    return (
      <HTMLContainer>
        <ActionCardsPanel shape={shape} options={this.options} />
      </HTMLContainer>
    );
  }

  override indicator({ props: { w, h } }: ActionCardsShape) {
    return <rect width={w} height={h} rx={8} />;
  }

  override toSvg({ props: box }: ActionCardsShape, { isDarkMode }: SvgExportContext) {
    const language = this.options.language();
    return drawActionCards({
      actions: actionsShown(this.options.actions(), box.of),
      none: cardTexts(language)(noneKey(box.of)),
      partners: this.options.partners(),
      language,
      box,
      zoom: 1,
      isDarkMode,
    });
  }

  override getFontFaces(): TLFontFace[] {
    const { normal } = DefaultFontFaces.tldraw_sans;
    return [normal.normal, normal.bold];
  }

  override getAriaDescriptor({ props }: ActionCardsShape): string {
    const count = actionsShown(this.options.actions(), props.of)?.length ?? 0;
    return cardTexts(this.options.language())('actions.label', { count });
  }
}
