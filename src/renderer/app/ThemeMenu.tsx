import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { texts } from '../texts';

const CHOICES = [
  { scheme: 'light', text: texts.shell.light, Icon: IconSun },
  { scheme: 'dark', text: texts.shell.dark, Icon: IconMoon },
  { scheme: 'auto', text: texts.shell.system, Icon: IconDeviceDesktop },
] as const satisfies { scheme: MantineColorScheme; text: string; Icon: typeof IconSun }[];

export function ThemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { Icon } = CHOICES.find(({ scheme }) => scheme === colorScheme) ?? CHOICES[2];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={texts.shell.theme} title={texts.shell.theme}>
          <Icon size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
          {CHOICES.map(({ scheme, text, Icon: Choice }) => (
            <Menu.RadioItem key={scheme} value={scheme} rightSection={<Choice size={15} stroke={1.6} />}>
              {text}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
