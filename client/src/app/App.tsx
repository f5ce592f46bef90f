import { MantineProvider } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { NotFoundPage } from '../errors/NotFoundPage.tsx';
import { HomePage } from '../home/HomePage.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { ServicesProvider, type Services } from './services.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

const BoardRoute = lazy(async () => ({ default: (await import('../board/BoardRoute.tsx')).BoardRoute }));

const ReportRoute = lazy(async () => ({ default: (await import('../report/ReportRoute.tsx')).ReportRoute }));

/** The whole client: theme, services, routes. */
export function App({ services }: { services: Services }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <ServicesProvider services={services}>
        {/* A transition would leave one board on screen under the address of the next, for as long as a busy browser takes. */}
        <BrowserRouter useTransitions={false}>
          <ErrorBoundary>
            <Routes>
              <Route path="/" element={<HomePage />} />
              <Route
                path="/b/:boardId"
                element={
                  <Suspense>
                    <BoardRoute />
                  </Suspense>
                }
              />
              <Route
                path="/b/:boardId/report"
                element={
                  <Suspense>
                    <ReportRoute />
                  </Suspense>
                }
              />
              <Route path="*" element={<NotFoundPage />} />
            </Routes>
          </ErrorBoundary>
        </BrowserRouter>
      </ServicesProvider>
    </MantineProvider>
  );
}
