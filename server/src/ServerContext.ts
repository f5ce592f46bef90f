import type { BoardStore, Clock, WorkshopStore } from '@common-ground/sync';
import type { Gatekeeper } from './access/Gatekeeper.ts';
import type { LinkStore } from './access/LinkStore.ts';
import type { ParticipantStore } from './access/ParticipantStore.ts';
import type { Tickets } from './access/Tickets.ts';
import type { ArchiveStore } from './archive/ArchiveStore.ts';
import type { AssetStore } from './assets/AssetStore.ts';
import type { BoardDirectory } from './boards/BoardDirectory.ts';
import type { LiveBoards } from './boards/LiveBoards.ts';
import type { Comments } from './comments/Comments.ts';
import type { OwnTemplateStore } from './templates/OwnTemplateStore.ts';
import type { Histories } from './history/Histories.ts';
import type { HistoryThread } from './history/HistoryThread.ts';
import type { JournalStore } from './history/JournalStore.ts';
import type { Visits } from './history/Visits.ts';
import type { SnapshotStore } from './history/SnapshotStore.ts';
import type { Workshops } from './workshop/Workshops.ts';
import type { Config } from './config.ts';
import type { BoardFeeds } from './feeds/BoardFeeds.ts';
import type { FeedStore } from './feeds/FeedStore.ts';
import type { WebhookSender } from './feeds/WebhookSender.ts';
import type { WebhookStore } from './feeds/WebhookStore.ts';
import type { Ids } from './ids.ts';
import type { Metrics } from './metrics/Metrics.ts';
import type { Traffic } from './metrics/Traffic.ts';

/** What routes and the websocket work with; made once by createApp. */
export interface ServerContext {
  readonly config: Config;
  /** Of Common Ground, for `/healthz`. */
  readonly version: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly directory: BoardDirectory;
  readonly links: LinkStore;
  readonly participants: ParticipantStore;
  readonly gatekeeper: Gatekeeper;
  readonly tickets: Tickets;
  readonly assets: AssetStore;
  readonly live: LiveBoards;
  readonly workshops: Workshops;
  readonly ownTemplates: OwnTemplateStore;
  /** For boards that nobody has opened yet; otherwise a workshop is its host's. */
  readonly workshopStore: WorkshopStore;
  readonly feeds: FeedStore;
  readonly webhooks: WebhookStore;
  readonly sender: WebhookSender;
  readonly boardFeeds: BoardFeeds;
  readonly comments: Comments;
  readonly archives: ArchiveStore;
  readonly canvases: BoardStore;
  readonly histories: Histories;
  readonly historyThread: HistoryThread;
  readonly snapshots: SnapshotStore;
  readonly journal: JournalStore;
  readonly visits: Visits;
  readonly traffic: Traffic;
  readonly metrics: Metrics;
}
