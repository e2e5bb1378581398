import { Button, Center, Code, Group, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { texts } from '../texts';
import { leaveProject } from './actions';

/** What is shown instead of a page that threw. The engine and its run go on without it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  private readonly leave = () => {
    leaveProject();
    this.setState({ error: null });
  };

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <Center h="100%" p="xl" role="alert">
        <Stack maw={560} gap="md">
          <Title order={2}>{texts.shell.crashed}</Title>
          <Text>{texts.shell.crashedAdvice}</Text>
          <Code block mah={200} style={{ overflow: 'auto' }}>
            {error.stack ?? error.message}
          </Code>
          <Group>
            <Button onClick={() => window.location.reload()}>{texts.shell.reload}</Button>
            <Button variant="default" onClick={this.leave}>
              {texts.shell.toWelcome}
            </Button>
          </Group>
        </Stack>
      </Center>
    );
  }
}
