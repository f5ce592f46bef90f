/**
 * Where a Yjs transaction of the server comes from; echo, repair and saving are decided from it alone. `remote`:
 * frames of participants. `load`: what was stored. `workshop`: the server's own edit, such as a template laid out.
 * `migration`: the server's own repair or upgrade of the document.
 */
export type TransactionOrigin = { readonly source: 'remote' | 'load' | 'workshop' | 'migration' };

/** Which of the origins an edit of the server's own may have. */
export type ServerEditSource = 'workshop' | 'migration';
