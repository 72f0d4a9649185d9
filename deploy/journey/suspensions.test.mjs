// A credential that is held back and given back: the same one, seen by software that is not ours, which reads the list of suspensions beside that of revocations.
// Needs the running product: MERITSTREAM_URL and MERITSTREAM_DATA, as run.sh sets them.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {fine, needsBrowser} from './inbrowser.mjs';
import {eventually, judged, sharedCredential, staff} from './product.mjs';
import {NOT_VERIFIED, VERIFIED, verify, verifyDocument} from './verification.mjs';

const runId = Date.now().toString(36);
const learner = {tenant: 'southbank', number: `SB-S${runId}`, name: 'Journey Suspension'};
const deviation = 'credentialStatus is a list of two entries; 1EdTech\'s schema allows one';
let credential, document;

after(() => choose('REVOCATION'));

const asked = (role, path, body) => staff(role, learner.tenant, 'POST', path, body, {prefer: 'wait=10'});
const choose = profile => asked('admin', `/api/issuers/${learner.tenant}/status-profile`, {profile});
const change = (what, body) => asked('registrar', `/api/credentials/${credential.split('/').at(-1)}/${what}`, body);

/** Waits until the verifier, which keeps nothing, says so of the credential at its address. */
const seen = (what, word, code) => eventually(what, async () => {
  const report = await verify(credential);
  return report.code === code && word.test(report.lines.join('\n')) ? report : undefined;
});

test('Southbank chooses that its credentials may be suspended, and is told what deviates', async () => {
  const answer = await choose('REVOCATION_AND_SUSPENSION');
  assert.equal(answer.status, 202);
  assert.equal(answer.body.state, 'done', JSON.stringify(answer.body));
  assert.deepEqual(answer.body.deviations, [deviation]);
  const {body} = await staff('admin', learner.tenant, 'GET', `/api/issuers/${learner.tenant}`);
  assert.deepEqual(body.deviations, [deviation]);
});

test('a credential of then names two lists, and verifies by both', async () => {
  ({credential} = await sharedCredential(learner));
  const report = await seen('it is shared', /not suspended/, VERIFIED);
  assert.match(report.lines.join('\n'), /not revoked/);
  document = await (await fetch(credential, {headers: {accept: 'application/vc'}})).json();
  assert.deepEqual(document.credentialStatus.map(({statusPurpose}) => statusPurpose), ['revocation', 'suspension']);
  assert.equal(new Set(document.credentialStatus.map(({statusListIndex}) => statusListIndex)).size, 1);
});

test('held back, it is suspended and not revoked, at its address and in whoever kept a copy', async () => {
  assert.equal((await change('suspensions', {reason: 'UNDER_REVIEW'})).body.state, 'done');
  const report = await seen('it is held back', /SUSPENDED/, NOT_VERIFIED);
  assert.match(report.lines.join('\n'), /it is not revoked/);
  assert.match((await verifyDocument(document)).lines.join('\n'), /SUSPENDED/);
});

test('our own verifier tells the suspended from the revoked', async () => {
  const status = (await judged(JSON.stringify(document), 'application/vc')).checks.find(({name}) => name === 'status');
  assert.equal(status.result, 'invalid');
  assert.equal(status.purpose, 'suspension');
  assert.match(status.reason, /has suspended it/);
});

test('its page is accessible while it is held back', needsBrowser, async () => {
  await fine(credential);
});

test('given back, the same document is valid again', async () => {
  assert.equal((await change('reinstatements')).body.state, 'done');
  await seen('it is given back', /not suspended/, VERIFIED);
  const report = await verifyDocument(document);
  assert.equal(report.code, VERIFIED, report.lines.join('\n'));
});

test('revoked, it can not be given back', async () => {
  await change('suspensions', {reason: 'UNDER_REVIEW'});
  assert.equal((await change('revocations', {reason: 'ISSUED_IN_ERROR'})).body.state, 'done');
  await seen('it is revoked', /REVOKED/, NOT_VERIFIED);
  assert.equal((await change('reinstatements')).body.state, 'refused');
});
