import { Committer, RoomRegistry, type RoomHooks } from '@common-ground/sync';
import type { BoardId } from '@common-ground/protocol';
import type { FastifyBaseLogger } from 'fastify';
import { Gatekeeper } from './access/Gatekeeper.ts';
import { Tickets } from './access/Tickets.ts';
import type { AppOptions } from './app.ts';
import { joinHooks } from './boards/joinHooks.ts';
import { LiveBoards } from './boards/LiveBoards.ts';
import { roomHooks } from './boards/roomHooks.ts';
import { Comments, type CommentsOptions } from './comments/Comments.ts';
import { BoardFeeds } from './feeds/BoardFeeds.ts';
import { httpPost } from './feeds/httpPost.ts';
import { WebhookSender } from './feeds/WebhookSender.ts';
import { Histories, type HistoriesOptions } from './history/Histories.ts';
import { HistoryThread } from './history/HistoryThread.ts';
import { Visits } from './history/Visits.ts';
import { measuredRoom } from './metrics/measuredRoom.ts';
import { measuredStore } from './metrics/measuredStore.ts';
import { Metrics } from './metrics/Metrics.ts';
import { Traffic } from './metrics/Traffic.ts';
import type { ServerContext } from './ServerContext.ts';
import { secureChance } from './workshop/secureChance.ts';
import { Workshops, type WorkshopsOptions } from './workshop/Workshops.ts';

/** How long a stopping server waits for a failing storage. */
const giveUpAfterMs = 5_000;

/** Puts together what routes and the websocket work with. */
export function createContext(options: AppOptions, log: FastifyBaseLogger): ServerContext {
  const { clock, config, ids, stores, version } = options;
  const { directory, participants } = stores;
  const traffic = new Traffic();
  const metrics: Metrics = createMetrics(
    options,
    traffic,
    () => rooms,
    () => committer,
  );
  const canvases = measuredStore(stores.canvases, metrics, nowMs);
  const feeding = createFeeds(options, log);
  const workshops = createWorkshops(options, log, {
    announce: (boardId, change) => live.announce(boardId, change),
    tell: (...event) => feeding.boardFeeds.take(...event),
    onLoaded: (...loaded) => feeding.boardFeeds.loaded(...loaded),
    onStepLeft: (...left) => history.histories.stepLeft(...left),
  });
  const comments = createComments(options, log, (...frame) => live.send(...frame));
  const committer: Committer = new Committer({ store: canvases, clock });
  const hooksFor = (boardId: BoardId): RoomHooks =>
    [
      history.histories.hooksFor(boardId),
      roomHooks(boardId, () => rooms.peek(boardId), log),
      measuredRoom(metrics, nowMs),
      feeding.boardFeeds.hooksFor(boardId),
      workshops.hooksFor(boardId),
      comments.hooksFor(boardId),
    ].reduce(joinHooks);
  const rooms: RoomRegistry = new RoomRegistry({
    store: canvases,
    committer,
    clock,
    limits: config.limits,
    giveUpAfterMs,
    hooksFor,
    guardFor: (boardId, doc) => workshops.guardFor(boardId, doc),
    witnessFor: (boardId, doc) => history.histories.witnessFor(boardId, doc),
  });
  const peekRoom: HistoriesOptions['peekRoom'] = (boardId) => rooms.peek(boardId);
  const history = createHistory(options, { canvases, peekRoom, workshops }, log);
  const live = new LiveBoards({ rooms, committer, directory, participants, workshops });
  return {
    config,
    version,
    clock,
    ids,
    directory,
    participants,
    ...createAccess(options),
    ...keptAsItIs(stores),
    live,
    workshops,
    comments,
    traffic,
    metrics,
    ...feeding,
    ...history,
  };
}

/** Stores that routes use without anything between. */
function keptAsItIs({ assets, ownTemplates, workshops }: AppOptions['stores']) {
  return { assets, ownTemplates, workshopStore: workshops };
}

/** What decides who comes in. */
function createAccess({ clock, config, ids, serverKey, stores }: AppOptions) {
  const { links, participants } = stores;
  return {
    links,
    gatekeeper: new Gatekeeper(links, participants, serverKey),
    tickets: new Tickets(clock, ids.ticket, config.limits.ticketTtlMs),
  };
}

function createWorkshops(
  { clock, stores }: AppOptions,
  log: FastifyBaseLogger,
  told: Pick<WorkshopsOptions, 'announce' | 'tell' | 'onLoaded' | 'onStepLeft'>,
): Workshops {
  return new Workshops({
    store: stores.workshops,
    directory: stores.directory,
    participants: stores.participants,
    clock,
    chance: secureChance,
    ...told,
    onError: (boardId, error, what) => log.error({ err: error, boardId, what }, 'trouble with a workshop'),
  });
}

function createMetrics(
  { stores }: AppOptions,
  traffic: Traffic,
  rooms: () => RoomRegistry,
  committer: () => Committer,
): Metrics {
  return new Metrics({
    traffic,
    boards: () => rooms().size,
    waitingForStorage: () => stores.waitingCalls(),
    isStorageHealthy: () => committer().health.state === 'healthy',
  });
}

function createComments(
  { clock, stores }: AppOptions,
  log: FastifyBaseLogger,
  send: CommentsOptions['send'],
): Comments {
  const onError: CommentsOptions['onError'] = (boardId, error) =>
    log.error({ err: error, boardId }, 'trouble with comments');
  return new Comments({ store: stores.comments, clock, send, onError });
}

/** What tells those who are away, and what sends it to webhooks. */
function createFeeds({ clock, config, ids, stores }: AppOptions, log: FastifyBaseLogger) {
  const sender = new WebhookSender({
    store: stores.webhooks,
    clock,
    post: httpPost(config.privateWebhooks),
    newId: ids.feedItemId,
    onError: (error, what) => log.error({ err: error, what }, 'trouble with webhooks'),
  });
  const boardFeeds = new BoardFeeds({
    store: stores.feeds,
    clock,
    newId: ids.feedItemId,
    onAdded: () => void sender.run(),
    onError: (error, what) => log.error({ err: error, what }, 'trouble with feeds'),
  });
  return { feeds: stores.feeds, webhooks: stores.webhooks, sender, boardFeeds };
}

/** What keeps moments of boards, and remembers what was removed and seen. */
function createHistory(
  { clock, config, ids, stores }: AppOptions,
  sources: Pick<HistoriesOptions, 'canvases' | 'peekRoom' | 'workshops'>,
  log: FastifyBaseLogger,
): Pick<
  ServerContext,
  'archives' | 'canvases' | 'histories' | 'historyThread' | 'snapshots' | 'journal' | 'visits'
> {
  const historyThread = new HistoryThread();
  const { journal, snapshots } = stores;
  const trouble = (boardId: BoardId, error: unknown, what: string) =>
    log.error({ err: error, boardId, what }, 'trouble with a history');
  const visits = new Visits({
    journal,
    clock,
    onError: (boardId, error) => trouble(boardId, error, 'noting who has seen what'),
  });
  const histories = new Histories({
    ...sources,
    visits,
    snapshots,
    journal,
    tasks: historyThread.tasks,
    clock,
    newId: ids.snapshotId,
    config: config.history,
    onError: trouble,
  });
  const { archives } = stores;
  return { archives, canvases: stores.canvases, histories, historyThread, journal, snapshots, visits };
}

/** Milliseconds of a clock that only goes forward, for durations. */
const nowMs = (): number => performance.now();
