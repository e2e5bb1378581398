import { createRequire } from 'node:module';

// Not named `require`: the bundler declares one of its own in each chunk.
const packages = createRequire(import.meta.url);
const FAMILY = '@expo-google-fonts/ibm-plex-sans';
const FAMILY_NAME = 'IBM Plex Sans';

const fileOf = (style: string) => packages.resolve(`${FAMILY}/${style}/IBMPlexSans_${style}.ttf`);

/** The figure's own fonts, so that it looks the same on every machine: users' systems may have none. IBM Plex Sans, under
 *  the SIL Open Font License, which lets documents carry it. */
export function fontFiles(): { regular: string; bold: string } {
  return { regular: fileOf('400Regular'), bold: fileOf('600SemiBold') };
}

/** The fonts for the renderer of PNG. */
export function fontOptions() {
  const { regular, bold } = fontFiles();
  return { fontFiles: [regular, bold], loadSystemFonts: false, defaultFontFamily: FAMILY_NAME };
}
