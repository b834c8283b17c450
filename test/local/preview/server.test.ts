import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { runPreview, type RunningPreview } from '../../e2e/running-preview';

interface Said {
  readonly status: number;
  readonly body: string;
}

describe('the server of the preview', () => {
  let preview: RunningPreview;
  beforeAll(async () => {
    preview = await runPreview();
  }, 60_000);
  afterAll(async () => {
    await preview.stop();
  });

  const say = (
    path: string,
    { method = 'POST', headers = {}, body = '{}' }: { method?: string; headers?: object; body?: string } = {},
  ): Promise<Said> =>
    new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, preview.address),
        { method, headers: { ...headers } },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        },
      );
      sent.on('error', reject);
      sent.end(method === 'POST' ? body : undefined);
    });
  const json = { 'content-type': 'application/json' };

  it('answers the page', async () => {
    const { status, body } = await say('api/workbook', { headers: json });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ title: 'Campagne Pix – exemple' });
  });

  it('refuses another name for this machine, and pages of other sites', async () => {
    expect((await say('', { method: 'GET', headers: { host: 'example.org' } })).status).toBe(403);
    expect((await say('api/workbook', { headers: { ...json, host: 'example.org' } })).status).toBe(403);
    expect((await say('api/workbook', { headers: { ...json, origin: 'https://example.org' } })).status).toBe(
      403,
    );
    expect((await say('api/workbook', { headers: { ...json, origin: 'null' } })).status).toBe(403);
  });

  it('takes answers to forms from its own pages only', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const own = new URL(preview.address).origin;
    expect((await say('formulaire/x', { headers: form })).status).toBe(403);
    expect((await say('formulaire/x', { headers: { ...form, origin: 'null' } })).status).toBe(403);
    expect((await say('formulaire/x', { headers: { ...form, origin: 'https://example.org' } })).status).toBe(
      403,
    );
    expect((await say('formulaire/x', { headers: { ...json, origin: own } })).status).toBe(415);
    expect((await say('formulaire/x', { headers: { ...form, origin: own }, body: 'a=b' })).status).toBe(404);
  });

  it('shows what stands around the workbook, and says what is not there', async () => {
    for (const path of ['formulaires', 'messages', 'agenda', 'classeurs']) {
      expect(await say(path, { method: 'GET' })).toMatchObject({
        status: 200,
        body: expect.stringContaining('pour l’instant'),
      });
    }
    for (const path of [
      'messages/1',
      'messages/1/html',
      'classeurs/local-spreadsheet',
      'formulaires/../../x',
    ]) {
      expect((await say(path, { method: 'GET' })).status).toBe(404);
    }
  });

  it('takes JSON only, and knows its own paths only', async () => {
    expect((await say('api/run', { headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    expect((await say('api/workbook', { headers: json, body: 'no' })).status).toBe(400);
    expect((await say('api/secret', { headers: json })).status).toBe(404);
    expect((await say('../package.json', { method: 'GET' })).status).toBe(404);
    expect((await say('api/workbook', { method: 'DELETE' })).status).toBe(405);
  });
});
