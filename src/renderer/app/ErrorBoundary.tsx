import { Button, Center, Code, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { texts } from '../texts';
import { leaveProject } from './actions';
import { useApp } from './store';

const t = texts.shell;

interface Crash {
  error: Error | null;
  /** Where in the page it happened. */
  place: string;
}

/** What a report needs: what happened and where, in which version and area. */
function reportOf({ error, place }: Crash): string {
  const { info, area, project } = useApp.getState();
  const lines = [
    `Atoa ${info?.version ?? ''} (${info?.face ?? ''}, ${info?.platform ?? ''})`,
    `Area: ${project === null ? 'welcome' : area}`,
    error?.stack ?? error?.message ?? '',
    place.trim(),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** What is shown instead of a page that threw. The engine and its run go on without it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, Crash> {
  override state: Crash = { error: null, place: '' };

  static getDerivedStateFromError(error: Error): Partial<Crash> {
    return { error };
  }

  override componentDidCatch(_error: Error, { componentStack }: ErrorInfo): void {
    this.setState({ place: componentStack ?? '' });
  }

  private readonly leave = () => {
    leaveProject();
    this.setState({ error: null, place: '' });
  };

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const report = reportOf(this.state);
    return (
      <Center h="100%" p="xl" role="alert">
        <Stack maw={640} miw={0} gap="md">
          <Title order={2}>{t.crashed}</Title>
          <Text>{error.message}</Text>
          <Text c="var(--text-dim)">{t.crashedAdvice}</Text>
          <Code block mah={220} tabIndex={0} aria-label={t.crashDetails} style={{ overflow: 'auto' }}>
            {report}
          </Code>
          <Group>
            <Button onClick={() => window.location.reload()} data-autofocus>
              {t.reload}
            </Button>
            <Button variant="default" onClick={this.leave}>
              {t.toWelcome}
            </Button>
            <CopyButton value={report}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? texts.panes.copied : t.copyDetails}
                </Button>
              )}
            </CopyButton>
          </Group>
        </Stack>
      </Center>
    );
  }
}
