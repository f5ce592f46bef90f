import './app/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { createTextStore } from './session/TextStore.ts';
import { markLanguage, startTexts } from './texts/texts.ts';

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');

await startTexts(navigator.languages);
markLanguage(document.documentElement);

createRoot(root).render(
  <StrictMode>
    <App
      services={{
        fetch: (url, init) => fetch(url, init),
        store: createTextStore(() => localStorage),
        now: () => Date.now(),
      }}
    />
  </StrictMode>,
);
