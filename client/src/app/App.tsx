import { MantineProvider } from '@mantine/core';
import { BrowserRouter, Route, Routes } from 'react-router';
import { BoardRoute } from '../board/BoardRoute.tsx';
import { ProblemPage } from '../errors/ProblemPage.tsx';
import { HomePage } from '../home/HomePage.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { ServicesProvider, type Services } from './services.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

/** The whole client: theme, services, routes. */
export function App({ services }: { services: Services }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <ServicesProvider services={services}>
        <BrowserRouter>
          <ErrorBoundary>
            <Routes>
              <Route path="/" element={<HomePage />} />
              <Route path="/b/:boardId" element={<BoardRoute />} />
              <Route path="*" element={<ProblemPage problem={{ kind: 'not-found' }} />} />
            </Routes>
          </ErrorBoundary>
        </BrowserRouter>
      </ServicesProvider>
    </MantineProvider>
  );
}
