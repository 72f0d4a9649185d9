// A mark that is corrected downwards after the credential was issued: what the achievement says of that happens, and anyone can see it.
// Needs the running product: MERITSTREAM_URL and MERITSTREAM_DATA, as run.sh sets them.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {credentialAfter, deliver, enrol, eventually, offersAfter, staff} from './product.mjs';
import {NOT_VERIFIED, VERIFIED, verify} from './verification.mjs';

const runId = Date.now().toString(36);
const tenant = 'northgate';
const learner = {number: `NG-R${runId}`, name: 'Journey Regraded'};
const other = {number: `NG-S${runId}`, name: 'Journey Regraded Not'};
const assignment = Date.now() % 1_000_000_000;
/** Canvas's ids are too large for a number: the shard, and thirteen digits within it. */
const global = id => `2107${String(id).padStart(13, '0')}`;

/** Canvas tells of a mark of 20, as of so many minutes after the journey began. */
function marked({number}, user, score, minute, former = null) {
  return deliver('northgate/canvas', 'canvas-grade-change.json', event => {
    event.metadata.event_time = new Date(Date.now() + minute * 60_000).toISOString();
    Object.assign(event.body, {
      assignment_id: global(assignment),
      student_sis_id: number,
      student_id: global(assignment + user),
      user_id: global(assignment + user),
      submission_id: global(assignment + user),
      grade: String(score), score, old_score: former, old_grade: former && String(former)
    });
  });
}

/** Waits for the credential, and lets everybody see it. */
async function shared(delivery) {
  const {credential} = await credentialAfter(tenant, delivery);
  const id = credential.split('/').at(-1);
  const asked = {visibility: 'PUBLIC'};
  await staff('registrar', tenant, 'POST', `/api/wallet/offers/${id}/visibility`, asked);
  await eventually('the credential is verified', async () => (await verify(credential)).code === VERIFIED);
  return credential;
}

test('an achievement withdraws what a regrade no longer supports', async () => {
  const draft = JSON.parse(await readFile(new URL('fixtures/marked-report.json', import.meta.url), 'utf8'));
  draft.id = `regraded-${runId}`;
  draft.criteria[0].rule.activity = `assignment/${assignment}`;
  const made = await staff('designer', tenant, 'POST', '/api/achievements', draft);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const path = `/api/achievements/${draft.id}/versions`;
  const published = await staff('designer', tenant, 'POST', path, undefined, {prefer: 'wait=10'});
  assert.equal(published.body.state, 'done', JSON.stringify(published.body));
  assert.equal((await enrol(tenant, learner.number, learner.name)).status, 200);
  assert.equal((await enrol(tenant, other.number, other.name)).status, 200);
});

test('a mark of 16 makes a credential that anyone can verify', async () => {
  learner.credential = await shared(await marked(learner, 1, 16, 0));
  other.credential = await shared(await marked(other, 2, 16, 0));
});

test('the mark is corrected to 8, and the verifier sees the credential turn revoked', async () => {
  const corrected = await marked(learner, 1, 8, 1, 16);
  assert.equal(corrected.state, 'mapped');
  const report = await eventually('the credential turns revoked', async () => {
    const turned = await verify(learner.credential);
    return turned.code === NOT_VERIFIED && turned;
  });
  assert.match(report.lines.join('\n'), /REVOKED/);
  await eventually('the wallet knows it', async () => (await offersAfter(tenant, corrected))[0].state === 'REVOKED');
});

test('nobody else\'s credential turned', async () => {
  assert.equal((await verify(other.credential)).code, VERIFIED);
});
