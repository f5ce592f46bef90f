import {
  createTLSchema,
  defaultShapeSchemas,
  type SchemaPropsInfo,
  type TLRecord,
  type TLSchema,
} from '@tldraw/tlschema';
import { fail, ok, type Result } from '@common-ground/protocol';

/** A custom shape of a template: how each of its props is checked. A check returns the value or throws. */
export interface WidgetShape {
  readonly type: string;
  readonly props: Readonly<Record<string, { parse(value: unknown): unknown }>>;
}

/** tldraw's schema with the templates' own shapes. Works without a browser. */
export function createBoardSchema(widgets: readonly WidgetShape[]): TLSchema {
  const shapes: Record<string, SchemaPropsInfo> = { ...defaultShapeSchemas };
  for (const widget of widgets) {
    shapes[widget.type] = {
      props: Object.fromEntries(
        Object.entries(widget.props).map(([name, check]) => [name, validatorOf(check)]),
      ),
    };
  }
  return createTLSchema({ shapes });
}

type PropValidator = NonNullable<SchemaPropsInfo['props']>[string];

function validatorOf(check: { parse(value: unknown): unknown }): PropValidator {
  return { validate: (value: unknown) => check.parse(value) as never };
}

/** Whether something read from the document is a record that tldraw can draw; fails with the reason and place. */
export function parseRecord(schema: TLSchema, value: unknown): Result<TLRecord, string> {
  const typeName = (value as { typeName?: unknown } | null)?.typeName;
  if (typeof typeName !== 'string' || !isDocumentType(typeName)) {
    return fail(`not a record of a board: ${String(typeName)}`);
  }
  try {
    const type = schema.types[typeName];
    return ok(type.validate(value as never));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** The kinds of record that belong to the board rather than to one person's screen. */
export const documentTypes = ['shape', 'page', 'document', 'asset', 'binding'] as const;

function isDocumentType(typeName: string): typeName is (typeof documentTypes)[number] {
  return (documentTypes as readonly string[]).includes(typeName);
}
