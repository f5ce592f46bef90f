import { atom, type Atom } from '@tldraw/tldraw';
import {
  closeInfoOf,
  decodeServerMessage,
  encodeCommand,
  exhaustive,
  isEditFrame,
  mayEdit,
  messageType,
  ok,
  protocolVersion,
  syncType,
  type CloseReason,
  type CommandId,
  type Notice,
  type Result,
  type ServerMessage,
} from '@common-ground/protocol';
import type { Decoder } from 'lib0/decoding';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { ApiError } from '../../api/ApiError.ts';
import type { Problem } from '../../errors/Problem.ts';
import { problemOf } from '../../errors/Problem.ts';
import type { ConnectionState } from '../chrome/model.ts';
import { WorkshopClient } from '../workshop/link/WorkshopClient.ts';
import { endsAccess } from '../offline/endsAccess.ts';
import type { OfflineCopy } from '../offline/OfflineCopy.ts';
import { applyBoardChange, type BoardInfo } from './BoardInfo.ts';
import { onlyOwnAwareness } from './onlyOwnAwareness.ts';
import { SavedEdits } from './SavedEdits.ts';
import { ticketedSocketClass } from './ticketedSocket.ts';

/** What the server tells of comments. */
export type CommentsNews = Extract<ServerMessage, { type: 'comments' | 'commentsSeen' }>;

/** How a connection is made. */
export interface BoardConnectionOptions {
  /** Base of the sync address, such as `wss://host/sync`. */
  readonly syncUrl: string;
  readonly boardId: string;
  readonly ticket: () => Promise<Result<{ ticket: string }, ApiError>>;
  /** This browser's copy of the board, over the connection's document. */
  readonly copy: (doc: Y.Doc) => OfflineCopy;
  /** The board cannot be shown any longer; the connection has ended. */
  readonly onProblem: (problem: Problem) => void;
}

/** One board's document kept in step with the server, and what the server tells besides. */
export class BoardConnection {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly state: Atom<ConnectionState> = atom('connection state', {
    network: 'connecting',
    saving: 'saved',
    unsavedCount: 0,
  });
  readonly info: Atom<BoardInfo | null> = atom('board info', null);
  /** How often the server put back what this person changed without the right to. */
  readonly editsPutBack: Atom<number> = atom('edits put back', 0);
  /** How often the server told that the board's snapshots are not the same any more. */
  readonly snapshotsChanged: Atom<number> = atom('snapshots changed', 0);
  /** Whether the whole document has arrived once. */
  readonly isLoaded: Atom<boolean> = atom('board is loaded', false);
  /** The workshop on this board, over the same socket. */
  readonly workshop = new WorkshopClient({
    send: (envelope) => this.provider.ws?.send(new Uint8Array(encodeCommand(envelope))),
    newId: () => crypto.randomUUID() as CommandId,
    // Runs evenly, whatever somebody sets the device's clock to.
    localNow: () => performance.now(),
  });
  private readonly options: BoardConnectionOptions;
  private readonly provider: WebsocketProvider;
  private readonly copy: OfflineCopy;
  private readonly edits = new SavedEdits();
  private isStorageInTrouble = false;
  private hasEnded = false;
  private readonly commentsListeners = new Set<(news: CommentsNews) => void>();
  /** Called before anything from the server enters the document, so that what waits for a frame is written first. */
  beforeRemote: (() => void) | null = null;

  constructor(options: BoardConnectionOptions) {
    this.options = options;
    this.provider = new WebsocketProvider(options.syncUrl, options.boardId, this.doc, {
      connect: false,
      awareness: this.awareness,
      // Two tabs are two participants, perhaps with different rights: they meet at the server only.
      disableBc: true,
      params: { v: String(protocolVersion) },
      shouldReconnect: (event) => closeInfoOf(event.reason)?.after !== 'stop',
      WebSocketPolyfill: ticketedSocketClass({
        ticket: async () => {
          const answer = await options.ticket();
          return answer.ok ? ok(answer.value.ticket) : answer;
        },
        onRefused: (error) => this.handleRefusal(error),
        onSend: (frame) => this.handleSend(frame),
      }),
    });
    onlyOwnAwareness(this.provider);
    this.copy = options.copy(this.doc);
    this.listen();
    void this.open();
  }

  /** The copy first, then the server: what the copy holds would otherwise be sent as if it were new. */
  private async open(): Promise<void> {
    try {
      const { info, hasUnsaved } = await this.copy.load();
      if (info !== null) this.info.set(applyBoardChange(null, info));
      if (hasUnsaved) this.edits.edited();
      // A copy that was never filled is an empty document, which is no board.
      if (this.info.get() !== null && this.doc.getMap('records').size > 0) this.isLoaded.set(true);
    } catch {
      // The browser keeps nothing (a private window, a full disk): the board comes from the server alone.
    }
    if (this.hasEnded) return;
    this.provider.connect();
    this.refresh();
  }

  /** Tells what is written and read of comments; returns what stops that. */
  listenToComments(listener: (news: CommentsNews) => void): () => void {
    this.commentsListeners.add(listener);
    return () => this.commentsListeners.delete(listener);
  }

  /** Ends the connection and forgets the document. */
  dispose(): void {
    this.hasEnded = true;
    this.provider.destroy();
    this.awareness.destroy();
    void this.copy.close();
    this.doc.destroy();
  }

  private listen(): void {
    const { provider } = this;
    provider.on('status', ({ status }) => {
      if (status === 'connected') {
        this.edits.opened();
        this.workshop.connected();
      }
      if (status === 'disconnected') {
        this.edits.closed();
        this.workshop.disconnected();
      }
      this.refresh();
    });
    provider.on('sync', (isSynced: boolean) => {
      if (isSynced) this.isLoaded.set(true);
      this.refresh();
    });
    provider.on('connection-close', (event) => this.handleClose(event?.reason ?? ''));
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === provider || this.copy.isOwn(origin)) return;
      this.edits.edited();
      this.refresh();
    });
    const applySync = provider.messageHandlers[messageType.sync];
    provider.messageHandlers[messageType.sync] = (...message) => {
      this.beforeRemote?.();
      applySync?.(...message);
    };
    for (const type of fromServer) {
      provider.messageHandlers[type] = (_encoder, decoder) => this.handleMessage(type, decoder);
    }
  }

  private handleMessage(type: number, decoder: Decoder): void {
    const message = decodeServerMessage(type, decoder);
    // A frame of a newer server that this client cannot read says nothing to it; the wire's version guards the rest.
    if (!message.ok) return;
    switch (message.value.type) {
      case 'saved':
        this.edits.framesSaved(message.value.count);
        break;
      case 'board':
        this.setInfo(applyBoardChange(this.info.get(), message.value.change));
        break;
      case 'notice':
        this.handleNotice(message.value.notice);
        break;
      case 'workshop':
        this.workshop.receiveView(message.value.view);
        break;
      case 'commandResult':
        this.workshop.receiveAnswer(message.value.answer);
        break;
      case 'ephemeral':
        this.workshop.receiveSign(message.value.sign);
        break;
      case 'comments':
      case 'commentsSeen':
        for (const listener of this.commentsListeners) listener(message.value);
        break;
      case 'snapshotsChanged':
        this.snapshotsChanged.update((count) => count + 1);
        break;
    }
    this.refresh();
  }

  private handleNotice({ code }: Notice): void {
    switch (code) {
      case 'storage-trouble':
      case 'storage-healed':
        this.isStorageInTrouble = code === 'storage-trouble';
        break;
      case 'edit-put-back':
        this.editsPutBack.update((count) => count + 1);
        break;
      default:
        exhaustive(code);
    }
  }

  private setInfo(info: BoardInfo | null): void {
    this.info.set(info);
    if (info === null) return;
    const { partners, participants } = info;
    this.copy.keepInfo({ ...info, partners: [...partners], participants: [...participants.values()] });
  }

  private handleSend(frame: Uint8Array): void {
    if (!isEditFrame(frame)) return;
    this.edits.frameSent(frame[1] === syncType.step2);
    this.refresh();
  }

  private handleRefusal(error: ApiError): void {
    // Without an answer the provider tries again by itself; the board stays on screen meanwhile.
    if (error.kind === 'refused' && !isPassing(error.code)) this.end(problemOf(error));
  }

  private handleClose(reason: string): void {
    this.isStorageInTrouble = false;
    const info = closeInfoOf(reason);
    if (info !== null && info.after !== 'reconnect')
      this.end({ kind: 'closed', reason: info.reason satisfies CloseReason });
    this.refresh();
  }

  private end(problem: Problem): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.provider.disconnect();
    if (endsCopy(problem)) void this.copy.drop();
    this.options.onProblem(problem);
  }

  private refresh(): void {
    const { wsconnected, synced, wsUnsuccessfulReconnects } = this.provider;
    const you = this.info.get()?.you;
    const unsavedCount = you && !mayEdit(you.role) ? 0 : this.edits.unsavedCount();
    const isAway = !wsconnected && wsUnsuccessfulReconnects > 0;
    const network = wsconnected && synced ? 'online' : isAway ? 'offline' : 'connecting';
    const saving = this.isStorageInTrouble ? 'trouble' : unsavedCount > 0 ? 'saving' : 'saved';
    const before = this.state.get();
    if (before.network === network && before.saving === saving && before.unsavedCount === unsavedCount)
      return;
    if (before.unsavedCount > 0 !== unsavedCount > 0) this.copy.keepUnsaved(unsavedCount > 0);
    this.state.set({ network, saving, unsavedCount });
  }
}

/** Our own frames that a server sends. */
const fromServer = [
  messageType.saved,
  messageType.board,
  messageType.notice,
  messageType.workshop,
  messageType.commandResult,
  messageType.ephemeral,
  messageType.comments,
  messageType.commentsSeen,
  messageType.snapshotsChanged,
];

/**
 * Whether this browser's copy has to go: the person may not see the board any longer, or the copy holds what the
 * server will never take from them.
 */
function endsCopy(problem: Problem): boolean {
  if (endsAccess(problem)) return true;
  return problem.kind === 'closed'
    ? problem.reason === 'foreign-client-id'
    : problem.kind === 'refused' && problem.code === 'token_invalid';
}

/** Refusals that pass by themselves: the provider goes on trying. */
function isPassing(code: string): boolean {
  return (
    code === 'board_busy' ||
    code === 'too_many_requests' ||
    code === 'server_trouble' ||
    code === 'storage_trouble'
  );
}
