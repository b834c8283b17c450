import type { Frame } from './protocol';

/**
 * `google.script` inside a sidebar or a dialog, relayed to the preview page by `postMessage`. Each `with…` returns a new
 * runner, calls are asynchronous even when they fail, and what is not plain data is refused with its path.
 */
const SHIM = `(function () {
  var waiting = {}, queue = [], flying = 0, next = 1;
  function fault(value, path, seen) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
    if (typeof value === 'number') return isFinite(value) ? null : path + ' is not a finite number';
    if (typeof value === 'undefined') return null;
    if (typeof value === 'function') return path + ' is a function';
    if (value instanceof Date) return path + ' is a Date';
    if (value instanceof Node || value === window) return path + ' is an element';
    if (seen.indexOf(value) !== -1) return path + ' is circular';
    var inside = seen.concat([value]), found = null;
    if (Array.isArray(value)) value.some(function (item, i) { return (found = fault(item, path + '[' + i + ']', inside)); });
    else Object.keys(value).some(function (key) { return (found = fault(value[key], path + '.' + key, inside)); });
    return found;
  }
  function fields(form) {
    var out = {};
    new FormData(form).forEach(function (value, key) {
      out[key] = key in out ? [].concat(out[key], value) : value;
    });
    return out;
  }
  function pump() {
    while (flying < 10 && queue.length > 0) { flying++; parent.postMessage(queue.shift(), '*'); }
  }
  function later(run) { setTimeout(run, 0); }
  function runner(options) {
    function send(name, args) {
      var list = args.length === 1 && args[0] instanceof HTMLFormElement ? [fields(args[0])] : args;
      var wrong = null;
      list.some(function (item, i) { return (wrong = fault(item, 'argument ' + (i + 1), [])); });
      if (wrong) throw new TypeError('Failed due to illegal value in property: ' + wrong);
      var number = next++;
      waiting[number] = options;
      queue.push({ pixorga: 'call', number: number, functionName: name, arguments: JSON.stringify(list) });
      pump();
    }
    return new Proxy({}, {
      get: function (_, name) {
        if (typeof name !== 'string') return undefined;
        if (name === 'withSuccessHandler') return function (f) { return runner(Object.assign({}, options, { success: f })); };
        if (name === 'withFailureHandler') return function (f) { return runner(Object.assign({}, options, { failure: f })); };
        if (name === 'withUserObject') return function (o) { return runner(Object.assign({}, options, { user: o })); };
        if (name === 'then') return undefined;
        return function () { send(name, Array.prototype.slice.call(arguments)); };
      },
    });
  }
  addEventListener('message', function (event) {
    var data = event.data;
    if (event.source !== parent || !data || data.pixorga !== 'reply') return;
    var options = waiting[data.number];
    if (!options) return;
    delete waiting[data.number];
    flying--; pump();
    later(function () {
      if ('error' in data) {
        var error = new Error(data.error);
        error.name = 'ScriptError';
        if (options.failure) options.failure(error, options.user); else console.error(error.message);
      } else if (options.success) options.success(data.result === undefined ? null : JSON.parse(data.result), options.user);
    });
  });
  addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && !event.defaultPrevented) parent.postMessage({ pixorga: 'escape' }, '*');
  });
  function host(action) { return function (value) { parent.postMessage({ pixorga: action, value: value }, '*'); }; }
  window.google = { script: {
    run: runner({}),
    host: {
      close: host('close'), setWidth: host('width'), setHeight: host('height'), origin: location.origin,
      editor: { focus: host('focus') },
    },
    url: { getLocation: function (f) { later(function () { f({ hash: '', parameter: {}, parameters: {} }); }); } },
  } };
})();`;

const SCRIPT = `<script>${SHIM}</script>`;

/** The page of a sidebar or a dialog, with `google.script` before any script of its own. */
export function frameDocument(frame: Frame | null): string {
  if (frame === null) return '<!doctype html><title>Fermé</title>';
  const { html } = frame;
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  const title = /<title>/i.test(html) ? '' : `<title>${escaped(frame.title)}</title>`;
  if (head) {
    const at = head.index + head[0].length;
    return `${html.slice(0, at)}${SCRIPT}${title}${html.slice(at)}`;
  }
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '';
  return `${doctype || '<!doctype html>'}${title}${SCRIPT}${html.slice(doctype.length)}`;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
