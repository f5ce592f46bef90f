import board from './en/board.json';
import { addTexts } from './texts.ts';

/*
 * What a board and its report say: most of our words, which the home page does without. A page that says any of it imports
 * this module, so that the words are there before it is drawn.
 */
addTexts({ en: board });
