import { describe, expect, it } from '@jest/globals';
import { isMailAddress, oneLine, readAddresses } from '../../src/messages/plain-words';
import { fillTemplate, unknownFields } from '../../src/messages/template';

const TEMPLATE = {
  subject: 'Pix : {{Prénom}}',
  text: 'Bonjour {{ prenom }},\n{{Temps majoré}}\n\nLieu : {{Lieu}}',
};
const filled = (firstName: string, place = 'Mercure'): ReturnType<typeof fillTemplate> =>
  fillTemplate(
    TEMPLATE,
    new Map([
      ['Prénom', firstName],
      ['Temps majoré', ''],
      ['Lieu', place],
    ]),
  );

describe('a template', () => {
  it('is filled whatever the accents and spaces of its fields, without the lines that have nothing to say', () => {
    expect(filled('Zoé')).toMatchObject({ subject: 'Pix : Zoé', text: 'Bonjour Zoé,\n\nLieu : Mercure' });
  });

  it('puts no tag of anybody in the HTML', () => {
    const { html } = filled('<img src=x onerror=alert(1)>', '"><script>');
    expect(html).not.toMatch(/<(img|script)/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('shows facts, lists and the address of a form so that they can be seen and followed', () => {
    const text = [
      'Date : {{Nom}}',
      'Lieu : Caen',
      '',
      'À apporter :',
      '- une carte ;',
      '- {{Nom}}.',
      '',
      '{{Lien}}',
      'ou {{Lien}}',
    ].join('\n');
    const { html } = fillTemplate(
      { subject: '', text },
      new Map([
        ['Nom', '<b>'],
        ['Lien', 'https://exemple.fr/?a=1&b="2'],
      ]),
    );
    expect(html.replace(/ style="[^"]*"/g, '')).toBe(
      '<div lang="fr"><p>Date : <strong>&lt;b&gt;</strong><br>Lieu : <strong>Caen</strong></p>' +
        '<p>À apporter :</p><ul><li>une carte ;</li><li>&lt;b&gt;.</li></ul>' +
        '<p><a href="https://exemple.fr/?a=1&amp;b=&quot;2">https://exemple.fr/?a=1&amp;b=&quot;2</a><br>' +
        'ou https://exemple.fr/?a=1&amp;b=&quot;2</p></div>',
    );
  });

  it('makes no header of what people typed', () => {
    expect(filled('Zoé\r\nBcc: x@y.fr\u2028Z').subject).toBe('Pix : Zoé Bcc: x@y.fr Z');
    expect(filled('x'.repeat(40_000)).subject.length).toBeLessThanOrEqual(200);
  });

  it('fills nothing twice: a name that looks like a field stays a name', () => {
    expect(filled('{{Lieu}} $& $1').text).toContain('Bonjour {{Lieu}} $& $1,');
  });

  it('names the fields that do not exist', () => {
    expect(unknownFields({ subject: '{{Prenmo}}', text: '{{prenom}} {{Prenmo}}' }, ['Prénom'])).toEqual([
      'Prenmo',
    ]);
  });
});

describe('an address', () => {
  it.each(['lea.l@etu.exemple.fr', "o'neil+pix@unicaen.fr"])('%s can be written to', (address) => {
    expect(isMailAddress(address)).toBe(true);
  });
  it.each([
    '',
    'lea',
    'a@b',
    'a@b.fr,c@d.fr',
    'a@b.fr\nBcc: c@d.fr',
    'a b@c.fr',
    '.a@b.fr',
    `${'a'.repeat(70)}@b.fr`,
  ])('%j cannot', (address) => {
    expect(isMailAddress(address)).toBe(false);
  });
  it('is read from a list typed by hand, once each', () => {
    expect(readAddresses('a@b.fr; <c@d.fr>,\nA@b.fr pas-une-adresse')).toEqual({
      good: ['a@b.fr', 'c@d.fr'],
      bad: ['pas-une-adresse'],
    });
  });
});

describe('one line', () => {
  it('keeps an emoji whole where it cuts', () => {
    expect(oneLine('ab🎓cd', 4)).toBe('ab…');
    expect(oneLine('👩‍🎓 Zoé', 50)).toBe('👩‍🎓 Zoé');
  });
});
