import './app/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { xhrFetch } from './api/xhrFetch.ts';
import { App } from './app/App.tsx';
import { preloadBoard } from './board/preloadBoard.ts';
import { createTextStore } from './session/TextStore.ts';
import { markLanguage, startTexts } from './texts/texts.ts';

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');

// First of all: a board's code adds its own words to them.
const textsStarted = startTexts(navigator.languages);

// Whoever comes to a board needs its code, whatever else has to be loaded first.
if (location.pathname.startsWith('/b/')) preloadBoard();

await textsStarted;
markLanguage(document.documentElement);

createRoot(root).render(
  <StrictMode>
    <App
      services={{
        fetch: (url, init) => fetch(url, init),
        fetchWithProgress: xhrFetch,
        store: createTextStore(() => localStorage),
        now: () => Date.now(),
      }}
    />
  </StrictMode>,
);
