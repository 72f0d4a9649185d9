// What one university says in public of another's achievement, and of the other: signed, verified by software that is not ours, shown on the page
// of a credential, and taken back. Needs the running product: MERITSTREAM_URL and MERITSTREAM_DATA, as run.sh sets them.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fine, needsBrowser} from './inbrowser.mjs';
import {eventually, sharedCredential, staff, url} from './product.mjs';
import {NOT_VERIFIED, VERIFIED, verify, verifyDocument} from './verification.mjs';

const runId = Date.now().toString(36);
const learner = {tenant: 'southbank', number: `SB-E${runId}`, name: 'Journey Endorsed'};
const comment = `Counts in full towards our first year (${runId}).\n\nWe look at a sample of the essays every term.`;
let credential, achievement, issuer;
const endorsements = {};

async function endorse(endorsed) {
  const answer = await staff('registrar', 'northgate', 'POST', '/api/endorsements', {endorsed, comment}, {prefer: 'wait=10'});
  assert.equal(answer.status, 202);
  assert.equal(answer.body.state, 'done', JSON.stringify(answer.body));
  return answer.body.link.split('/').at(-1);
}

async function standing(of) {
  const answer = await fetch(`${url}/endorsements?of=${encodeURIComponent(of)}`);
  assert.equal(answer.status, 200);
  return (await answer.json()).endorsements;
}

const page = async address => (await fetch(address, {headers: {accept: 'text/html'}})).text();

test('a learner of Southbank shares a credential', async () => {
  ({credential} = await sharedCredential(learner));
  const document = await (await fetch(credential, {headers: {accept: 'application/vc'}})).json();
  achievement = document.credentialSubject.achievement;
  issuer = document.issuer;
  assert.ok(!JSON.stringify(document).includes('EndorsementCredential'), 'a credential holds no endorsement');
});

test('recognition data are covered by what was signed, under the context that the product serves', async () => {
  assert.deepEqual(achievement.recognition?.type, ['Recognition']);
  const document = await (await fetch(credential, {headers: {accept: 'application/vc'}})).json();
  assert.match(document['@context'].at(-1), /\/contexts\/recognition\/[0-9a-f]{64}$/);
  assert.equal((await verify(credential)).code, VERIFIED);
  document.credentialSubject.achievement.recognition.qualityAssurance = 'None';
  assert.equal((await verifyDocument(document)).code, NOT_VERIFIED);
});

test('Northgate endorses the achievement and the issuer, and software that is not ours verifies both', async () => {
  for(const of of [achievement.id, issuer.id]) {
    endorsements[of] = await endorse(of);
    const report = await verify(`${url}/endorsements/${endorsements[of]}`);
    assert.equal(report.code, VERIFIED, report.lines.join('\n'));
    assert.equal(await endorse(of), endorsements[of], 'the same words are the same endorsement');
    assert.ok((await standing(of)).some(({id}) => id.endsWith(endorsements[of])));
  }
});

test('a changed word of an endorsement is found', async () => {
  const [document] = await standing(achievement.id);
  document.credentialSubject.endorsementComment = 'Counts for nothing.';
  assert.equal((await verifyDocument(document)).code, NOT_VERIFIED);
});

test('the page of the credential says who vouches for it', async () => {
  const html = await page(credential);
  assert.match(html, /Who vouches for it/);
  Object.values(endorsements).forEach(id => assert.ok(html.includes(`/endorsements/${id}`)));
  assert.ok(html.includes(`(${runId})`));
});

test('the pages are accessible, narrow and wide, light and dark', needsBrowser, async () => {
  for(const address of [credential, `${url}/endorsements/${endorsements[achievement.id]}`]) {
    await fine(address);
  }
});

test('what is taken back leaves the page, and says so at its address', async () => {
  const id = endorsements[achievement.id];
  const answer = await staff('registrar', 'northgate', 'POST', `/api/endorsements/${id}/revocations`, undefined, {prefer: 'wait=10'});
  assert.equal(answer.body.state, 'done');
  assert.equal((await standing(achievement.id)).length, 0);
  assert.ok(!(await page(credential)).includes(`/endorsements/${id}`));
  assert.match(await page(`${url}/endorsements/${id}`), /This endorsement was taken back/);
  const report = await verify(`${url}/endorsements/${id}`);
  assert.equal(report.code, NOT_VERIFIED);
  assert.match(report.lines.join('\n'), /REVOKED/);
});
