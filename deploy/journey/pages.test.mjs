// Pages that the running product shows for a moment only, or when something is amiss: the services' own tests keep them in target/pages.
import assert from 'node:assert/strict';
import {existsSync, readdirSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {findChromium, inspect, openBrowser} from './browser.mjs';

const services = new URL('../../services/', import.meta.url);
const pages = readdirSync(services)
  .map(service => new URL(`${service}/target/pages/`, services))
  .filter(folder => existsSync(folder))
  .flatMap(folder => readdirSync(folder).map(file => new URL(file, folder).href));
let browser;

before(async () => {
  if(findChromium()) {
    browser = await openBrowser();
  }
});

after(() => browser?.close());

for(const page of pages) {
  test(`${page.split('/services/').at(-1)} is for everybody`, {skip: findChromium() ? false : 'there is no Chromium on this machine'}, async () => {
    assert.deepEqual(await inspect(browser, page), []);
  });
}

test('pages were kept', {skip: process.env.CI ? false : './mvnw verify keeps them; only CI is sure to have run it'}, () => {
  for(const wanted of ['unchecked', 'preparing', 'imports-en', 'imports-de', 'imports-ar']) {
    assert.ok(pages.some(page => page.endsWith(`/${wanted}.html`)), wanted);
  }
});
