// A credential of another university, handed in on the learner's page and counted: by keyboard alone and without script.
// Needs the running product: MERITSTREAM_URL and MERITSTREAM_DATA, and Southbank on Northgate's list, as run.sh sets them.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {browser, fine, needsBrowser} from './inbrowser.mjs';
import {learnerNamed, press, reach, signedIn} from './people.mjs';
import {emailOf, enrol, eventually, sharedCredential, staff, url} from './product.mjs';

const runId = Date.now().toString(36);
const there = {tenant: 'southbank', number: `SB-I${runId}`, name: 'Journey Import'};
const here = {tenant: 'northgate', number: `NG-I${runId}`, name: 'Journey Import'};
const friend = {tenant: 'northgate', number: `NG-F${runId}`, name: 'Journey Friend'};
const achievement = `neighbourly-${runId}`;
const mine = `${url}/learn/achievements/${achievement}`;
const imports = `${url}/learn/imports`;
const LANGUAGES = ['en', 'de', 'ar'];
/** A browser in which no script of a page runs; the test's own still does. */
const noScript = {javaScriptEnabled: false};
let document;

test('Southbank issues a credential, which its learner shares', async () => {
  Object.assign(there, await sharedCredential(there));
  document = await (await fetch(there.credential, {headers: {accept: 'application/vc'}})).text();
});

test('Northgate publishes an achievement that counts it', async () => {
  for(const learner of [here, friend]) {
    const email = learner === here ? emailOf(there.number) : emailOf(friend.number);
    assert.equal((await enrol(learner.tenant, learner.number, learner.name, email)).status, 200);
  }
  const draft = JSON.parse(await readFile(new URL('fixtures/foreign.json', import.meta.url), 'utf8'));
  const credential = JSON.parse(document);
  draft.id = achievement;
  Object.assign(draft.criteria[0].rule, {achievement: credential.credentialSubject.achievement.id, issuer: credential.issuer.id});
  assert.equal((await staff('designer', here.tenant, 'POST', '/api/achievements', draft)).status, 201);
  const published = await staff('designer', here.tenant, 'POST', `/api/achievements/${achievement}/versions`, undefined, {prefer: 'wait=10'});
  assert.equal(published.body.state, 'done', JSON.stringify(published.body));
});

test('somebody else\'s does not count, and the page says why', needsBrowser, async () => {
  const {context, page} = await signedIn(browser, `${imports}?lang=en`, learnerNamed(friend.number), noScript);
  const storageState = await context.storageState();
  await press(page, 'Hand in');
  await page.getByRole('alert').getByText('there was nothing in the form').waitFor();
  await page.getByLabel('File').setInputFiles({name: 'badge.json', mimeType: 'application/json', buffer: Buffer.from(document)});
  await press(page, 'Hand in');
  await eventually('it was looked at', async () => {
    await page.reload();
    return page.getByRole('alert').getByText('was issued to another e-mail address').isVisible();
  });
  for(const language of LANGUAGES) {
    await fine(`${page.url()}&lang=${language}`, {storageState});
  }
  await context.close();
});

test('the learner comes from the stack, gives its address, and it counts', needsBrowser, async () => {
  const {context, page} = await signedIn(browser, `${mine}?lang=en`, learnerNamed(here.number), noScript);
  const storageState = await context.storageState();
  await eventually('the stack is offered', async () => {
    await page.goto(`${mine}?lang=en`);
    return page.getByText('This achievement counts credentials of other institutions:').isVisible();
  });
  for(const language of LANGUAGES) {
    await fine(`${mine}?lang=${language}`, {storageState});
  }
  await page.goto(`${mine}?lang=en`);
  await press(page, 'Hand in a credential of another institution');
  await reach(page, 'Address');
  await page.keyboard.insertText(there.credential);
  await press(page, 'Hand in');
  await eventually('it was looked at', async () => {
    await page.reload();
    return page.getByRole('status').getByText('Checked: it counts.').isVisible();
  });
  assert.match(await page.getByRole('heading', {level: 3}).first().innerText(), /, issued by Southbank/);
  for(const language of LANGUAGES) {
    await fine(`${page.url()}&lang=${language}`, {storageState});
  }
  await eventually('the stack is awarded', async () => {
    await page.goto(`${mine}?lang=en`);
    return page.getByText('Achieved: awarded on').isVisible();
  });
  await context.close();
});

test('what was handed in stands in no log', {skip: !process.env.MERITSTREAM_DATA}, async () => {
  for(const service of ['assessment', 'evidence', 'issuance', 'wallet-sync']) {
    const log = await readFile(`${process.env.MERITSTREAM_DATA}/logs/${service}.log`, 'utf8');
    for(const text of [there.name, emailOf(there.number), 'identityHash']) {
      assert.ok(!log.includes(text), `${service} logged ${text}`);
    }
  }
});
