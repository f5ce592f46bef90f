import type { KeptWords } from './KeptWords.ts';

/** Whoever has not typed for so long has seen what happened, and means the next key for the board. */
const pauseMs = 1_000;

/**
 * Takes the keys of somebody whose text has just gone: on the board they would choose tools, delete or double shapes.
 * What they type goes to the kept words, until they pause or use the pointer.
 */
export function swallowTyping(target: Window, words: KeptWords): void {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), pauseMs);
  const handleKeyDown = (event: KeyboardEvent) => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), pauseMs);
    swallow(event);
    if (!event.ctrlKey && !event.metaKey && !event.altKey) keepKey(words, event.key);
  };
  const options = { capture: true, signal: stop.signal };
  target.addEventListener('keydown', handleKeyDown, options);
  target.addEventListener('keyup', swallow, options);
  target.addEventListener('pointerdown', () => stop.abort(), options);
  stop.signal.addEventListener('abort', () => clearTimeout(timer));
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function keepKey(words: KeptWords, key: string): void {
  if (key === 'Backspace') words.erase();
  else if (key === 'Enter') words.breakLine();
  // Names of other keys are longer than one character.
  else if (Array.from(key).length === 1) words.type(key);
}
