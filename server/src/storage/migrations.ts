/**
 * What each version added to the database, oldest first; `PRAGMA user_version` counts how many have run. An entry never
 * changes once it was released: add another.
 *
 * Rows name their board by its short `key`, which keeps the log small; the outside knows the `id`. All times are ms
 * since 1970.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE boards (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  -- name_key: the name as compared, so that "Acme" and "ACME" are one partner.
  CREATE TABLE partners (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    colour TEXT NOT NULL,
    PRIMARY KEY (board_key, id),
    UNIQUE (board_key, name_key)
  ) STRICT, WITHOUT ROWID;

  -- secret_hash: SHA-256 of the secret; the secret itself is nowhere.
  CREATE TABLE links (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'contributor', 'observer')),
    secret_hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    PRIMARY KEY (board_key, id),
    UNIQUE (board_key, secret_hash)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX open_links ON links (board_key, role) WHERE revoked_at IS NULL;

  CREATE TABLE participants (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    partner_id TEXT,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'contributor', 'observer')),
    link_id TEXT NOT NULL,
    joined_at INTEGER NOT NULL,
    removed_at INTEGER,
    PRIMARY KEY (board_key, id),
    FOREIGN KEY (board_key, partner_id) REFERENCES partners (board_key, id),
    FOREIGN KEY (board_key, link_id) REFERENCES links (board_key, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE launches (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    command_id TEXT NOT NULL,
    template_id TEXT NOT NULL,
    page_id TEXT NOT NULL,
    x REAL NOT NULL,
    y REAL NOT NULL,
    w REAL NOT NULL,
    h REAL NOT NULL,
    launched_at INTEGER NOT NULL,
    PRIMARY KEY (board_key, command_id)
  ) STRICT, WITHOUT ROWID;

  -- The log of a canvas: Yjs updates v1, numbered per board.
  CREATE TABLE updates (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (board_key, seq)
  ) STRICT, WITHOUT ROWID;

  -- Everything up to and including up_to_seq as one Yjs update v1.
  CREATE TABLE snapshots (
    board_key INTEGER PRIMARY KEY REFERENCES boards (key) ON DELETE CASCADE,
    up_to_seq INTEGER NOT NULL,
    data BLOB NOT NULL
  ) STRICT;

  CREATE TABLE client_owners (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    client_id INTEGER NOT NULL,
    owner TEXT NOT NULL,
    PRIMARY KEY (board_key, client_id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Facts of a workshop as JSON, numbered per board.
  CREATE TABLE workshop_events (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (board_key, version)
  ) STRICT, WITHOUT ROWID;

  -- Drafts until they are revealed and ballots until they are counted. The key gives their order and says nothing once
  -- they are gone: without AUTOINCREMENT, SQLite does not remember it.
  CREATE TABLE workshop_privates (
    key INTEGER PRIMARY KEY,
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (board_key, id)
  ) STRICT;

  -- What the latest commands of each participant were answered. Kept by participant and without times, so that no order
  -- between two people's commands is stored.
  CREATE TABLE workshop_receipts (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    participant_id TEXT NOT NULL,
    command_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (board_key, participant_id, command_id)
  ) STRICT, WITHOUT ROWID;

  -- How many events have had their effects on canvas and people.
  CREATE TABLE workshop_effects (
    board_key INTEGER PRIMARY KEY REFERENCES boards (key) ON DELETE CASCADE,
    up_to_version INTEGER NOT NULL
  ) STRICT;
  `,
  `
  -- From when a link opens nothing any more; NULL for never.
  ALTER TABLE links ADD COLUMN expires_at INTEGER;
  -- Salt and scrypt of the password that a link asks for; NULL for none.
  ALTER TABLE links ADD COLUMN password_hash BLOB;
  `,
  `
  -- One more role. A CHECK cannot be changed, so both tables are made anew; a renamed table takes what refers to it along
  -- (https://sqlite.org/lang_altertable.html). Boards of before get their link when it is first asked for.
  CREATE TABLE new_links (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'contributor', 'commenter', 'observer')),
    secret_hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    expires_at INTEGER,
    password_hash BLOB,
    PRIMARY KEY (board_key, id),
    UNIQUE (board_key, secret_hash)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO new_links (board_key, id, role, secret_hash, created_at, revoked_at, expires_at, password_hash)
  SELECT board_key, id, role, secret_hash, created_at, revoked_at, expires_at, password_hash FROM links;

  CREATE TABLE new_participants (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    partner_id TEXT,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'contributor', 'commenter', 'observer')),
    link_id TEXT NOT NULL,
    joined_at INTEGER NOT NULL,
    removed_at INTEGER,
    PRIMARY KEY (board_key, id),
    FOREIGN KEY (board_key, partner_id) REFERENCES partners (board_key, id),
    FOREIGN KEY (board_key, link_id) REFERENCES new_links (board_key, id)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO new_participants (board_key, id, name, partner_id, role, link_id, joined_at, removed_at)
  SELECT board_key, id, name, partner_id, role, link_id, joined_at, removed_at FROM participants;

  DROP TABLE participants;
  DROP TABLE links;
  ALTER TABLE new_links RENAME TO links;
  ALTER TABLE new_participants RENAME TO participants;
  CREATE UNIQUE INDEX open_links ON links (board_key, role) WHERE revoked_at IS NULL;
  `,
  `
  -- What happened on a board, for its feed; data is JSON.
  CREATE TABLE feed_items (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (board_key, id)
  ) STRICT, WITHOUT ROWID;

  -- Days to come, YYYY-MM-DD: what is due, and when to look again.
  CREATE TABLE due_days (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    day TEXT NOT NULL,
    what TEXT,
    owner TEXT,
    is_told INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (board_key, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX untold_days ON due_days (day) WHERE NOT is_told;

  -- kinds is a JSON list. The secret is needed to sign, so it cannot be a hash.
  CREATE TABLE webhooks (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    url TEXT NOT NULL,
    kinds TEXT NOT NULL,
    secret TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (board_key, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE deliveries (
    board_key INTEGER NOT NULL,
    id TEXT NOT NULL,
    webhook_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'given-up')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER,
    answer TEXT,
    PRIMARY KEY (board_key, id),
    FOREIGN KEY (board_key, webhook_id) REFERENCES webhooks (board_key, id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX waiting_deliveries ON deliveries (next_at) WHERE state = 'waiting';
  `,
  `
  -- Comments, a thread as JSON. version: counts the changes of all threads of the board; position: the version it began with.
  CREATE TABLE comment_threads (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (board_key, id)
  ) STRICT;

  -- How many comments of a thread somebody has read.
  CREATE TABLE comments_seen (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    participant_id TEXT NOT NULL,
    thread_id TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (board_key, participant_id, thread_id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Templates that facilitators made, as JSON. board_id: where it was saved; the board may be gone, the template stays.
  CREATE TABLE own_templates (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    data TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Moments of a board that are kept. content: zstd of JSON, see history/SnapshotContent.ts. people, asset_ids: JSON lists;
  -- no file is to be removed that is named here. up_to_seq: the last update of the canvas's log that is in it.
  CREATE TABLE board_snapshots (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    name TEXT,
    made_by TEXT,
    people TEXT NOT NULL,
    note_count INTEGER NOT NULL,
    step_title TEXT,
    up_to_seq INTEGER NOT NULL,
    asset_ids TEXT NOT NULL,
    command_id TEXT,
    content BLOB NOT NULL,
    UNIQUE (board_key, id)
  ) STRICT;
  CREATE UNIQUE INDEX snapshot_commands ON board_snapshots (board_key, command_id) WHERE command_id IS NOT NULL;

  -- What was removed from canvases, by whom; NULL for the server's own.
  CREATE TABLE removals (
    key INTEGER PRIMARY KEY,
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    removed_by TEXT,
    shape_id TEXT NOT NULL,
    type TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX removals_of_board ON removals (board_key, key);

  -- Until when a participant has seen what others did.
  CREATE TABLE visits (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    participant_id TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (board_key, participant_id)
  ) STRICT, WITHOUT ROWID;

  -- Boards that were made of another's snapshot, by the command that asked for them.
  CREATE TABLE board_copies (
    board_key INTEGER NOT NULL REFERENCES boards (key) ON DELETE CASCADE,
    command_id TEXT NOT NULL,
    copy_id TEXT NOT NULL,
    PRIMARY KEY (board_key, command_id)
  ) STRICT, WITHOUT ROWID;
  `,
];
