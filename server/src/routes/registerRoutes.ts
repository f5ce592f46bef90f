import type { ServerContext } from '../ServerContext.ts';
import { syncRoute } from '../websocket/syncRoute.ts';
import { exportBoardRoute, importBoardRoute } from './boardFile.ts';
import { copySnapshotRoute } from './copySnapshot.ts';
import { boardRoute, renameBoardRoute } from './board.ts';
import { commentCommandRoute, commentsRoute, commentsSeenRoute } from './comments.ts';
import { createBoardRoute } from './createBoard.ts';
import { downloadAssetRoute } from './downloadAsset.ts';
import { feedsRoute, readFeedRoutes } from './feeds.ts';
import { healthRoute } from './health.ts';
import { invitationRoute } from './invitation.ts';
import { joinRoute } from './join.ts';
import { launchesRoute } from './launches.ts';
import {
  linkProtectionRoute,
  linksRoute,
  protectLinkRoute,
  renewLinkRoute,
  withdrawLinkRoute,
} from './links.ts';
import { metricsRoute } from './metrics.ts';
import {
  boardTemplatesRoute,
  ownTemplatesRoute,
  removeTemplateRoute,
  saveTemplateRoute,
} from './ownTemplates.ts';
import { readyRoute } from './ready.ts';
import { reportRoutes } from './report.ts';
import type { App } from './routeTypes.ts';
import { newsRoute, removalsRoute, seenRoute } from './news.ts';
import { restoreRoute } from './restoreSnapshot.ts';
import { nameSnapshotRoute, openSnapshotRoute, snapshotsRoute, takeSnapshotRoute } from './snapshots.ts';
import { successorsRoute } from './successors.ts';
import { templatesRoute } from './templates.ts';
import { ticketRoute } from './ticket.ts';
import { updateMeRoute } from './updateMe.ts';
import { uploadAssetRoute } from './uploadAsset.ts';
import { addWebhookRoute, removeWebhookRoute, testWebhookRoute, webhooksRoute } from './webhooks.ts';

const routes: readonly ((app: App, context: ServerContext) => void)[] = [
  createBoardRoute,
  boardRoute,
  renameBoardRoute,
  successorsRoute,
  invitationRoute,
  joinRoute,
  updateMeRoute,
  ticketRoute,
  linksRoute,
  linkProtectionRoute,
  protectLinkRoute,
  renewLinkRoute,
  withdrawLinkRoute,
  templatesRoute,
  ownTemplatesRoute,
  boardTemplatesRoute,
  saveTemplateRoute,
  removeTemplateRoute,
  launchesRoute,
  reportRoutes,
  feedsRoute,
  readFeedRoutes,
  webhooksRoute,
  addWebhookRoute,
  removeWebhookRoute,
  testWebhookRoute,
  commentsRoute,
  commentCommandRoute,
  commentsSeenRoute,
  snapshotsRoute,
  takeSnapshotRoute,
  openSnapshotRoute,
  nameSnapshotRoute,
  restoreRoute,
  copySnapshotRoute,
  exportBoardRoute,
  importBoardRoute,
  removalsRoute,
  newsRoute,
  seenRoute,
  uploadAssetRoute,
  downloadAssetRoute,
  healthRoute,
  readyRoute,
  metricsRoute,
  syncRoute,
];

/** Puts every route on the server, in the order of the documentation. */
export function registerRoutes(app: App, context: ServerContext): void {
  for (const route of routes) route(app, context);
}
