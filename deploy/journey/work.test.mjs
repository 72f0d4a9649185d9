// Work that a learner of whom nothing is known yet hands in from the page, and that an assessor sees: by keyboard alone and without script.
// Needs the running product: MERITSTREAM_URL and MERITSTREAM_DATA, as run.sh sets them.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {browser, fine, needsBrowser} from './inbrowser.mjs';
import {learnerNamed, press, reach, signedIn, staffNamed} from './people.mjs';
import {enrol, eventually, staff, url} from './product.mjs';

const runId = Date.now().toString(36);
const tenant = 'northgate';
const learner = {number: `NG-W${runId}`, name: 'Journey Work'};
const achievement = `reported-${runId}`;
const mine = `${url}/learn/achievements/${achievement}`;
const desk = `${url}/teach?lang=en&achievement=${achievement}`;
const FIRST = 'Rain in Northgate.\nIt rained on nine days.\nThat is many.\n';
const SECOND = 'Rain in Northgate.\nIt rained on nine days of thirty.\nThat is many.';
const file = content => ({name: 'my rain.txt', mimeType: 'text/plain', buffer: Buffer.from(content)});
const LANGUAGES = ['en', 'de', 'ar'];
/** A browser in which no script of a page runs; the test's own still does. */
const noScript = {javaScriptEnabled: false};

test('a criterion asks for a report', async () => {
  const draft = JSON.parse(await readFile(new URL('fixtures/report.json', import.meta.url), 'utf8'));
  draft.id = achievement;
  assert.equal((await enrol(tenant, learner.number, learner.name)).status, 200);
  assert.equal((await staff('designer', tenant, 'POST', '/api/achievements', draft)).status, 201);
  const published = await staff('designer', tenant, 'POST', `/api/achievements/${achievement}/versions`, undefined, {prefer: 'wait=10'});
  assert.equal(published.body.state, 'done', JSON.stringify(published.body));
});

test('a learner of whom nothing is known comes from the catalogue and hands in a file', needsBrowser, async () => {
  const {context, page} = await signedIn(browser, `${mine}?lang=en`, learnerNamed(learner.number), noScript);
  const storageState = await context.storageState();
  await eventually('the roster is known', async () => {
    await page.goto(`${url}/achievements/${tenant}.${achievement}/1?lang=en`);
    await press(page, 'Hand in work and see your progress');
    return page.getByLabel('A file').isVisible();
  });
  for(const language of LANGUAGES) {
    await fine(`${mine}?lang=${language}`, {storageState});
  }
  await page.goto(`${mine}?lang=en`);
  assert.ok(await page.getByText('2 attempts are left.').first().isVisible());
  await press(page, 'Hand in');
  await page.getByRole('alert').getByText('there was nothing in the form').waitFor();
  await reach(page, 'A file');
  await page.getByLabel('A file').setInputFiles(file(FIRST));
  await press(page, 'Hand in');
  await page.getByText('Handed in: it is taken as try 1.').waitFor();
  assert.ok(await page.getByRole('link', {name: 'my rain.txt'}).isVisible());
  for(const language of LANGUAGES) {
    await fine(`${page.url()}&lang=${language}`, {storageState});
  }
  await context.close();
});

test('the same file is recognised, and in words', needsBrowser, async () => {
  const {context, page} = await signedIn(browser, `${mine}?lang=en`, learnerNamed(learner.number));
  const storageState = await context.storageState();
  await reach(page, 'Hand in “report” again');
  await page.keyboard.press('Enter');
  await page.getByLabel('A file').setInputFiles(file(FIRST));
  await press(page, 'Hand in');
  const alert = page.getByRole('alert');
  await alert.getByText('It is the same work as attempt 1').waitFor();
  assert.ok(await alert.getByText('1 attempt is left.').isVisible());
  assert.ok(await alert.evaluate(said => said === document.activeElement), 'the focus is where it is said');
  for(const language of LANGUAGES) {
    await fine(`${page.url()}&lang=${language}`, {storageState});
  }
  await context.close();
});

/** The one review that waits, by keyboard. */
async function openReview(name) {
  const {context, page} = await signedIn(browser, desk, staffNamed(name));
  await press(page, 'Data report');
  return {context, page};
}

test('an assessor sees the work and sends it back', needsBrowser, async () => {
  const {context, page} = await openReview('Ruth Weaver');
  assert.ok(!(await page.content()).includes('my rain'), 'a name of a file may be that of a person');
  const saved = page.waitForEvent('download');
  await reach(page, 'Download report-1.txt');
  await page.keyboard.press('Enter');
  assert.equal(await readFile(await (await saved).path(), 'utf8'), FIRST);
  await press(page, 'Take this review on');
  await reach(page, 'Weak');
  await page.keyboard.press('Space');
  await reach(page, 'What you write to the learner');
  await page.keyboard.type('Nine of how many?');
  await press(page, 'Decide');
  await page.getByText('Your decision is recorded.').waitFor();
  await context.close();
});

test('the learner writes the next try on the page', needsBrowser, async () => {
  const {context, page} = await signedIn(browser, `${mine}?lang=en`, learnerNamed(learner.number), noScript);
  await page.getByText('Nine of how many?').waitFor();
  await reach(page, 'Hand in “report” again');
  await page.keyboard.press('Enter');
  await reach(page, 'Write it here');
  await page.keyboard.insertText(SECOND);
  await press(page, 'Hand in');
  await page.getByText('Handed in: it is taken as try 2.').waitFor();
  assert.ok(await page.getByText('No try is left').isVisible());
  await context.close();
});

test('the assessor sees what changed, and it is enough', needsBrowser, async () => {
  const {context, page} = await openReview('Ruth Weaver');
  const storageState = await context.storageState();
  for(const language of LANGUAGES) {
    await fine(`${page.url()}?lang=${language}`, {storageState});
  }
  assert.deepEqual(await page.locator('.diff del').allTextContents(), ['-It rained on nine days.']);
  assert.deepEqual(await page.locator('.diff ins').allTextContents(), ['+It rained on nine days of thirty.']);
  await page.goto(`${page.url()}?lang=en`);
  await press(page, 'Take this review on');
  await reach(page, 'Weak');
  await page.keyboard.press('ArrowDown');
  await press(page, 'Decide');
  await page.getByText('Your decision is recorded.').waitFor();
  await context.close();
  const own = await signedIn(browser, `${mine}?lang=en`, learnerNamed(learner.number));
  await eventually('it is awarded', async () => {
    await own.page.goto(`${mine}?lang=en`);
    return own.page.getByText('Achieved: awarded on').isVisible();
  });
  await own.context.close();
});

test('what the learner wrote and called it stands in no log', {skip: !process.env.MERITSTREAM_DATA}, async () => {
  for(const service of ['assessment', 'evidence', 'issuance', 'wallet-sync']) {
    const log = await readFile(`${process.env.MERITSTREAM_DATA}/logs/${service}.log`, 'utf8');
    for(const secret of [learner.number, learner.name, 'my rain', 'It rained']) {
      assert.ok(!log.includes(secret), `${service} logged something it must not`);
    }
  }
});
