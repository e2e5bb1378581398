import './zod';
import '@mantine/core/styles.css';
import 'uplot/dist/uPlot.min.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { applySchemeBeforePaint } from './app/scheme';

applySchemeBeforePaint();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
