import { DOWNLOAD_TEXT } from '../text/pix-certif';

/** A file offered to the user. */
export interface OfferedFile {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

/**
 * The window that offers files: the page holds them and makes them on the user's machine, so that nothing passes
 * through Drive and no further authorisation is asked.
 */
export function downloadPage(files: readonly OfferedFile[], lines: readonly string[]): string {
  const buttons = files
    .map(
      ({ name }, rank) =>
        `<button class="primary" data-file="${rank}">${DOWNLOAD_TEXT.download} ${escaped(name)}</button>`,
    )
    .join('\n');
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<style>
body { font: 14px/1.5 Arial, sans-serif; color: #202124; margin: 0; padding: 8px 4px; }
p { margin: 0 0 12px; }
div { display: flex; flex-wrap: wrap; gap: 8px; justify-content: flex-end; }
button { font: inherit; padding: 8px 16px; border-radius: 4px; border: 1px solid #5f6368; background: white; color: #202124; cursor: pointer; }
button.primary { border-color: #2f5bd7; background: #2f5bd7; color: white; }
button:focus-visible { outline: 3px solid #9a5b00; outline-offset: 2px; }
</style>
</head>
<body>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
<div>
<button id="close">${DOWNLOAD_TEXT.close}</button>
${buttons}
</div>
<script>
const page = self.document;
const files = ${scriptValue(files)};
for (const button of page.querySelectorAll('[data-file]')) {
  button.addEventListener('click', () => {
    const file = files[Number(button.dataset.file)];
    const link = page.createElement('a');
    link.href = self.URL.createObjectURL(new self.Blob([file.text], { type: file.mime }));
    link.download = file.name;
    link.click();
  });
}
const close = () => google.script.host.close();
page.getElementById('close').addEventListener('click', close);
page.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(); });
page.querySelector('.primary').focus();
</script>
</body>
</html>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** A value as a script literal that cannot close its element nor break its lines. */
function scriptValue(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
