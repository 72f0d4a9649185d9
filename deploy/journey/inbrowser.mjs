// Tests in a real browser: it is opened before the first test of a file and closed after the last.
import assert from 'node:assert/strict';
import {after, before} from 'node:test';
import {findChromium, inspect, openBrowser} from './browser.mjs';

export const needsBrowser = {skip: findChromium() ? false : 'there is no Chromium on this machine'};
export let browser;

before(async () => {
  if(findChromium()) {
    browser = await openBrowser();
  }
});

after(() => browser?.close());

/** Looks at the page at an address, and finds nothing wrong with it. */
export async function fine(address, options) {
  assert.deepEqual(await inspect(browser, address, options), [], `what was found at ${address}`);
}
