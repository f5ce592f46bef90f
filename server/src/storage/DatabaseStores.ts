import type { BoardStore, WorkshopStore } from '@common-ground/sync';
import type { LinkStore } from '../access/LinkStore.ts';
import type { ParticipantStore } from '../access/ParticipantStore.ts';
import { SqliteLinkStore } from '../access/SqliteLinkStore.ts';
import { SqliteParticipantStore } from '../access/SqliteParticipantStore.ts';
import type { BoardDirectory } from '../boards/BoardDirectory.ts';
import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import type { FeedStore } from '../feeds/FeedStore.ts';
import { SqliteFeedStore } from '../feeds/SqliteFeedStore.ts';
import { SqliteWebhookStore } from '../feeds/SqliteWebhookStore.ts';
import type { WebhookStore } from '../feeds/WebhookStore.ts';
import { SqliteWorkshopStore } from '../workshop/SqliteWorkshopStore.ts';
import type { CommentStore } from '../comments/CommentStore.ts';
import { SqliteCommentStore } from '../comments/SqliteCommentStore.ts';
import type { OwnTemplateStore } from '../templates/OwnTemplateStore.ts';
import { SqliteOwnTemplateStore } from '../templates/SqliteOwnTemplateStore.ts';
import type { JournalStore } from '../history/JournalStore.ts';
import type { SnapshotStore } from '../history/SnapshotStore.ts';
import { SqliteJournalStore } from '../history/SqliteJournalStore.ts';
import { SqliteSnapshotStore } from '../history/SqliteSnapshotStore.ts';
import type { ArchiveStore } from '../archive/ArchiveStore.ts';
import { SqliteArchiveStore } from '../archive/SqliteArchiveStore.ts';
import type { Database } from './Database.ts';
import { SqliteBoardStore } from './SqliteBoardStore.ts';

/** Everything that stands in the database. */
export interface DatabaseStores {
  readonly archives: ArchiveStore;
  readonly canvases: BoardStore;
  readonly comments: CommentStore;
  readonly directory: BoardDirectory;
  readonly journal: JournalStore;
  readonly links: LinkStore;
  readonly participants: ParticipantStore;
  readonly snapshots: SnapshotStore;
  readonly workshops: WorkshopStore;
  readonly feeds: FeedStore;
  readonly webhooks: WebhookStore;
  readonly ownTemplates: OwnTemplateStore;
}

/** The stores of a SQLite database. Their calls do their work on the calling thread. */
export function sqliteStores(database: Database): DatabaseStores {
  return {
    archives: new SqliteArchiveStore(database),
    canvases: new SqliteBoardStore(database),
    comments: new SqliteCommentStore(database),
    directory: new SqliteBoardDirectory(database),
    journal: new SqliteJournalStore(database),
    links: new SqliteLinkStore(database),
    participants: new SqliteParticipantStore(database),
    snapshots: new SqliteSnapshotStore(database),
    workshops: new SqliteWorkshopStore(database),
    feeds: new SqliteFeedStore(database),
    webhooks: new SqliteWebhookStore(database),
    ownTemplates: new SqliteOwnTemplateStore(database),
  };
}
