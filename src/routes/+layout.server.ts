/** What all pages need: the style sheet of the fonts. */
import { webFonts } from '$lib/server/publish/web-fonts';
import { loadStory } from '$lib/server/story';

export const load = async () => ({ fonts: (await webFonts(loadStory())).stylesheet });
