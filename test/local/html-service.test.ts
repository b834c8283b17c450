import vm from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { Bridge } from '../../local/services/bridge';
import { CallMeter } from '../../local/services/call-meter';
import { HtmlServices } from '../../local/services/html/service';

const FILES = new Map([
  ['ui/sidebar', '<p>// a comment? <?= 1 ?></p>'],
  ['solver', 'AAAA-_BB'],
]);

/** Runs a piece of script that sees `HtmlService` only. */
function run(script: string): unknown {
  const context = vm.createContext({});
  const bridge = new Bridge(context, new CallMeter());
  const host = {
    files: FILES,
    compile: (expression: string): unknown => vm.runInContext(expression, context),
  };
  context['HtmlService'] = bridge.service(new HtmlServices(host));
  return vm.runInContext(`(function () { ${script} })()`, context);
}

const print = (template: string, variables = ''): unknown =>
  run(
    `var t = HtmlService.createTemplate(${JSON.stringify(template)}); ${variables} return t.evaluate().getContent();`,
  );

describe('templates of HtmlService', () => {
  it('run their code once and print its values', () => {
    const list = '<ul><? for (var i = 0; i < items.length; i++) { ?><li><?= items[i] ?></li><? } ?></ul>';
    expect(print(list, "t.items = ['a', 'b'];")).toBe('<ul><li>a</li><li>b</li></ul>');
  });

  it('see the functions of the script', () => {
    expect(
      run(`globalThis.twice = function (n) { return 2 * n; };
      return HtmlService.createTemplate('<?= twice(21) ?>').evaluate().getContent();`),
    ).toBe('42');
  });

  it('print only the first statement', () => {
    expect(print("<?= 'a;b'; 'c' ?>")).toBe('a;b');
  });

  it.each([
    ['text', '<p><?= v ?></p>', '<p>&lt;b&gt;l&#39;été &amp; &#34;x&#34;&lt;/b&gt;</p>'],
    ['an attribute', '<p title="<?= v ?>">', '<p title="&lt;b&gt;l&#39;été &amp; &#34;x&#34;&lt;/b&gt;">'],
    [
      'a string of a script',
      '<script>var a = "<?= v ?>";</script>',
      '<script>var a = "\\x3cb\\x3el\\x27été \\x26 \\x22x\\x22\\x3c/b\\x3e";</script>',
    ],
    [
      'a script',
      '<script>var a = <?= v ?>;</script>',
      "<script>var a = '\\x3cb\\x3el\\x27été \\x26 \\x22x\\x22\\x3c/b\\x3e';</script>",
    ],
    ['a page, raw', '<p><?!= v ?></p>', '<p><b>l\'été & "x"</b></p>'],
  ])('escape for %s', (_, template, expected) => {
    expect(print(template, `t.v = '<b>l\\'été & "x"</b>';`)).toBe(expected);
  });

  it('never print a link that runs code', () => {
    expect(print('<a href="<?= u ?>">', "t.u = 'javascript:alert(1)';")).toBe('<a href="#zSoyz">');
    expect(print('<a href="<?= u ?>">', "t.u = 'https://a.fr/?b=1';")).toBe('<a href="https://a.fr/?b=1">');
  });

  it('know when a string of a handler or of a script is open', () => {
    expect(print(`<a onclick="go('<?= v ?>', <?= v ?>)">`, `t.v = "l'a";`)).toBe(
      `<a onclick="go('l\\x27a', &#39;l\\x27a&#39;)">`,
    );
    expect(print(`<script>f("it's"); g(<?= n ?>)</script><p><?= n ?></p>`, 't.n = 3;')).toBe(
      `<script>f("it's"); g( 3 )</script><p>3</p>`,
    );
  });

  it('throw when a variable is not set', () => {
    expect(() => print('<?= missing ?>')).toThrow('missing is not defined');
  });
});

describe('files of HtmlService', () => {
  it('are found by folder and name, and given back raw', () => {
    expect(run("return HtmlService.createTemplateFromFile('solver').getRawContent();")).toBe('AAAA-_BB');
    expect(run("return HtmlService.createTemplateFromFile('ui/sidebar').evaluate().getContent();")).toBe(
      '<p>// a comment? 1</p>',
    );
  });

  it('are missed in the words of the platform', () => {
    expect(() => run("HtmlService.createTemplateFromFile('sidebar')")).toThrow(
      'No HTML file named sidebar was found.',
    );
  });
});

describe('pages of HtmlService', () => {
  it('keep title, size and content', () => {
    expect(
      run(`var o = HtmlService.createHtmlOutput('<p>').setTitle('Aide').setWidth(400).append('x').appendUntrusted('<');
        return [o.getTitle(), o.getWidth(), o.getHeight(), o.getContent()].join('|');`),
    ).toBe('Aide|400||<p>x&lt;');
  });

  it('refuse a meta tag that the platform refuses', () => {
    expect(() => run("HtmlService.createHtmlOutput('').addMetaTag('author', 'x')")).toThrow('not allowed');
  });
});
