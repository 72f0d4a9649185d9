// What anybody finds of what can be earned: people in each language and by keyboard alone, and programs.
// Needs the running product: MERITSTREAM_URL and MERITSTREAM_DATA, as run.sh sets them.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {browser, fine, needsBrowser} from './inbrowser.mjs';
import {url} from './product.mjs';

test('the catalogue is for everybody, in every language it speaks', needsBrowser, async () => {
  for(const lang of ['en', 'de', 'ar']) {
    await fine(`${url}/achievements?lang=${lang}`);
    await fine(`${url}/achievements?lang=${lang}&level=6&workloadFrom=1&workloadTo=30`);
    await fine(`${url}/achievements?lang=${lang}&level=9&q=nothing-of-the-kind`);
    await fine(`${url}/achievements/northgate.data-literacy?lang=${lang}`);
  }
});

test('somebody finds an achievement by keyboard alone, without a script', needsBrowser, async () => {
  const context = await browser.newContext({ignoreHTTPSErrors: true, javaScriptEnabled: false, locale: 'de'});
  const page = await context.newPage();
  await page.goto(`${url}/achievements`);
  assert.equal(await page.title(), 'Was Sie erwerben können');
  await page.getByLabel('Wörter').focus();
  await page.keyboard.type('data literacy');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  const link = page.getByRole('main').getByRole('link', {name: 'Data literacy'});
  await link.focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  assert.equal(new URL(page.url()).pathname, '/achievements/northgate.data-literacy/1');
  await page.getByText('Auf einen Blick').waitFor();
  await page.getByRole('link', {name: 'العربية'}).focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
  await context.close();
});

test('programs find the same as people', async () => {
  const answer = await fetch(`${url}/achievements?skill=data&tenant=northgate`, {headers: {accept: 'application/json'}});
  assert.equal(answer.status, 200);
  const {achievements, total} = await answer.json();
  assert.equal(achievements.length, total);
  assert.ok(achievements.every(({type}) => type.includes('Achievement')));
});
