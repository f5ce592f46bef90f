/** Every error the HTTP interface answers with: its stable code, its status and the sentence a person can act on. */
export const apiErrors = {
  invalid_request: { status: 400, message: 'Something in the request is not as it should be.' },
  token_missing: { status: 401, message: 'You are not signed in to this board. Open it with your link.' },
  token_invalid: {
    status: 401,
    message: 'Your sign-in to this board is not valid any more. Open it with your link again.',
  },
  ticket_invalid: { status: 401, message: 'The ticket is used up or too old. Ask for a new one.' },
  origin_refused: {
    status: 403,
    message: 'This page may not talk to this server. Open the board at the address of the server itself.',
  },
  role_insufficient: { status: 403, message: 'Your link does not allow this. Ask a facilitator.' },
  removed: { status: 403, message: 'A facilitator has removed you from this board.' },
  comment_not_yours: {
    status: 403,
    message: 'Only who wrote a comment can change it. Write an answer instead.',
  },
  link_revoked: { status: 403, message: 'This link has been replaced. Ask the facilitator for the new one.' },
  link_withdrawn: {
    status: 403,
    message: 'This link has been withdrawn. Ask a facilitator if you would like to come to this board.',
  },
  link_expired: {
    status: 403,
    message: 'This link was good until a day that has passed. Ask a facilitator for a new one.',
  },
  password_needed: { status: 403, message: 'This link asks for a password. Ask whoever sent it to you.' },
  password_wrong: { status: 403, message: 'This is not the password of this link. Check it and try again.' },
  board_or_link_unknown: {
    status: 404,
    message: 'This link does not open a board here. Check that it was copied whole, or ask for a new one.',
  },
  not_found: { status: 404, message: 'There is nothing at this address.' },
  asset_unknown: { status: 404, message: 'This image is not on this board.' },
  template_unknown: { status: 404, message: 'There is no template with this name.' },
  snapshot_unknown: {
    status: 404,
    message: 'This moment of the board is not kept any more. Choose another one.',
  },
  comment_unknown: {
    status: 404,
    message: 'This comment is not there any more. Nothing was changed.',
  },
  webhook_unknown: { status: 404, message: 'This address is not told any more.' },
  comment_changed: {
    status: 409,
    message: 'This was changed elsewhere meanwhile. Look at it as it is now, then try again.',
  },
  comment_limit: {
    status: 409,
    message: 'This conversation is full. Begin a new one beside it.',
  },
  thread_limit: {
    status: 409,
    message: 'A board has room for 1,000 conversations. Answer in one of those that are there.',
  },
  template_limit: {
    status: 409,
    message:
      'This server keeps as many templates as it can. Delete one that nobody uses, or save yours as a file.',
  },
  partner_limit: { status: 409, message: 'A board has room for twelve partners. Choose one of them.' },
  partner_fixed: {
    status: 409,
    message:
      'You have answered, or notes of one partner are still unrevealed. Change your partner after that.',
  },
  snapshot_limit: {
    status: 409,
    message: 'A board has room for 500 named moments. Go on with those that are there.',
  },
  webhook_limit: {
    status: 409,
    message: 'A board tells its news to ten addresses at most. Take one away first.',
  },
  asset_too_large: {
    status: 413,
    message: 'This image is too large. Images of up to 10 MB and 16,384 pixels a side can be added.',
  },
  board_file_too_large: {
    status: 413,
    message: 'This board file is larger than this server takes. Ask whoever runs it.',
  },
  body_too_large: { status: 413, message: 'The request is too large.' },
  asset_type_refused: { status: 415, message: 'Only PNG, JPEG, GIF, WebP and AVIF images can be added.' },
  board_file_refused: {
    status: 422,
    message: 'This is no board file that this server can read. Nothing was made of it.',
  },
  webhook_refused: {
    status: 422,
    message: 'This server sends messages only to https addresses. Ask whoever runs it if you need another.',
  },
  too_many_requests: { status: 429, message: 'That was too often. Wait a minute and try again.' },
  board_busy: {
    status: 429,
    message: 'As many people as this board can hold are on it already. Try again when somebody has left.',
  },
  server_trouble: {
    status: 500,
    message: 'Something went wrong on the server. Nothing of yours is lost; try again.',
  },
  board_unreadable: {
    status: 503,
    message:
      'The server cannot read this board at the moment. Nothing was changed. Tell whoever runs the server.',
  },
  storage_trouble: {
    status: 503,
    message: 'The server cannot save at the moment. Nothing was changed; try again shortly.',
  },
} as const satisfies Record<string, { status: number; message: string }>;

/** A key of {@link apiErrors}. */
export type ApiErrorCode = keyof typeof apiErrors;
