import { createBoardSchema } from '@common-ground/board';
import { widgets } from '@common-ground/templates';

/** The schema of the server's boards. */
export const boardSchema = createBoardSchema(widgets);
