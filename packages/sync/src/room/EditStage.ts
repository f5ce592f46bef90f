/**
 * Where the edits that a room handles together stand: the first of them came in, all were checked and applied to the
 * document, all are on disk, all were handed to the sockets of whoever reads. Edits for the next round come in at any time.
 */
export type EditStage = 'received' | 'checked' | 'committed' | 'broadcast';
