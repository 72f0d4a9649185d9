// What learners see of their own progress, signed in and by nobody else; in each language, and without a script.
// Needs the running product: MERITSTREAM_URL and MERITSTREAM_DATA, as run.sh sets them.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {browser, fine, needsBrowser} from './inbrowser.mjs';
import {enrol, eventually, reportMarked, unsaid, url} from './product.mjs';

const runId = Date.now().toString(36);
const learner = {tenant: 'northgate', number: `NG-A${runId}`, name: 'Journey Again'};

test('a learner who failed by two marks signs in and sees what to do next', needsBrowser, async () => {
  assert.equal((await enrol(learner.tenant, learner.number, learner.name)).status, 200);
  const report = await reportMarked(learner, 11.6);
  assert.equal(report.state, 'mapped');
  const context = await browser.newContext({ignoreHTTPSErrors: true, javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(`${url}/learn/achievements/data-literacy?lang=en`);
  await page.getByLabel('Student number').fill(learner.number);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', {name: 'Sign in as this learner'}).click()]);
  await eventually('the result is on the page', async () => {
    await page.goto(`${url}/learn/achievements/data-literacy?lang=en`);
    return page.getByText('below the required 60 %').isVisible();
  });
  assert.ok(await page.getByRole('heading', {name: 'What to do now'}).isVisible());
  assert.ok(await page.getByText('Reach 60 % or more in Data report (canvas).').isVisible());
  learner.storageState = await context.storageState();
  await context.close();
});

test('the learner\'s pages are for everybody, in each language', needsBrowser, async () => {
  for(const language of ['en', 'de', 'ar']) {
    await fine(`${url}/learn?lang=${language}`, {storageState: learner.storageState});
    await fine(`${url}/learn/achievements/data-literacy?lang=${language}`, {storageState: learner.storageState});
  }
  await fine(`${url}/learn/achievements/nothing`, {storageState: learner.storageState});
  await fine(`${url}/teach`, {storageState: learner.storageState});
});

test('nobody sees another learner\'s progress', needsBrowser, async () => {
  const context = await browser.newContext({ignoreHTTPSErrors: true});
  const page = await context.newPage();
  await page.goto(`${url}/learn/achievements/data-literacy?lang=en`);
  assert.equal(new URL(page.url()).pathname, '/oidc/authorize');
  await fine(page.url());
  await page.getByRole('link', {name: 'Farah Haddad'}).click();
  await page.getByText('There is nothing here').waitFor();
  await page.goto(`${url}/learn/sign-out`);
  assert.ok(await page.getByText('You are signed out').isVisible());
  await fine(page.url());
  await context.close();
});

test('a browser that is signed in opens no interface', needsBrowser, async () => {
  const context = await browser.newContext({ignoreHTTPSErrors: true, storageState: learner.storageState});
  assert.equal((await context.request.get(`${url}/api/dossiers?learner=${crypto.randomUUID()}`)).status(), 401);
  await context.close();
});

test('nothing of theirs stands in the services\' logs', {skip: !process.env.MERITSTREAM_DATA}, async () => {
  await unsaid([learner.name, learner.number]);
});
