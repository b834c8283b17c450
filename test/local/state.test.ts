import { describe, expect, it } from '@jest/globals';
import { CacheStore } from '../../local/services/state/cache';
import { LocalClock } from '../../local/services/state/clock';
import { LockServices, LockTable } from '../../local/services/state/locks';
import { newPropertyStores, PropertyStore } from '../../local/services/state/properties';

describe('properties', () => {
  it('are texts, whatever is given', () => {
    const store = new PropertyStore();
    store.setProperties({ a: '1' }).setProperty('b', 2);
    expect(store.getProperties()).toEqual({ a: '1', b: '2' });
    expect(store.getProperty('c')).toBeNull();
  });

  it('hold 9 KB each, accents counted as two bytes', () => {
    const store = new PropertyStore();
    store.setProperty('ok', 'x'.repeat(9 * 1024));
    expect(() => store.setProperty('a', 'é'.repeat(5000))).toThrow('Argument too large: value');
  });

  it('hold 500 KB together', () => {
    const store = new PropertyStore();
    for (let index = 0; index < 55; index++) store.setProperty(`k${index}`, 'x'.repeat(9000));
    expect(() => {
      for (let index = 0; index < 5; index++) store.setProperty(`m${index}`, 'x'.repeat(9000));
    }).toThrow('property storage quota');
  });

  it('replace the others on demand', () => {
    const store = new PropertyStore();
    store.setProperty('a', '1').setProperties({ b: '2' }, true);
    expect(store.getKeys()).toEqual(['b']);
  });

  it('have no document store outside a document', () => {
    expect(newPropertyStores(false).document).toBeNull();
  });
});

describe('caches', () => {
  it('forget when the time has come', () => {
    const clock = new LocalClock(0);
    const cache = new CacheStore(clock);
    cache.put('a', '1', 10);
    clock.sleep(9_999);
    expect(cache.get('a')).toBe('1');
    clock.sleep(1);
    expect(cache.get('a')).toBeNull();
  });

  it('refuse long keys and large values', () => {
    const cache = new CacheStore(new LocalClock(0));
    expect(() => cache.put('k'.repeat(251), '')).toThrow('Argument too large: key');
    expect(() => cache.put('k', 'x'.repeat(100 * 1024 + 1))).toThrow('Argument too large: value');
  });

  it('keep about 900 entries beyond 1000, those that last longest', () => {
    const cache = new CacheStore(new LocalClock(0));
    for (let index = 1; index <= 1001; index++) cache.put(`k${index}`, 'v', index);
    expect(cache.get('k1')).toBeNull();
    expect(cache.get('k1001')).toBe('v');
  });
});

describe('locks', () => {
  const clock = new LocalClock(0);
  const table = new LockTable();
  const first = new LockServices({ table, execution: 1, clock });
  const second = new LockServices({ table, execution: 2, clock });

  it('belong to one execution, and to it again', () => {
    expect(first.getScriptLock().tryLock(0)).toBe(true);
    expect(first.getScriptLock().tryLock(0)).toBe(true);
    expect(second.getScriptLock().tryLock(1000)).toBe(false);
    expect(() => second.getScriptLock().waitLock(1000)).toThrow('Lock timeout');
    expect(second.getUserLock().tryLock(0)).toBe(true);
  });

  it('are freed at the end', () => {
    table.releaseAll(1);
    expect(second.getScriptLock().tryLock(0)).toBe(true);
    expect(first.getScriptLock().hasLock()).toBe(false);
  });

  it('refuse a negative time', () => {
    expect(new LockServices({ table: new LockTable(), execution: 1, clock }).getUserLock().tryLock(-1)).toBe(
      false,
    );
  });
});
