// What the running product issues in every securing, as it is chosen one after the other: each proof and each token verified by software that is not ours,
// and what was done to them. SD-JWT VC is in disclosure.test.mjs. Needs MERITSTREAM_URL and MERITSTREAM_DATA, as run.sh sets them.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {casesOfProofs, casesOfToken} from './cases.mjs';
import {addressOf, documents, read} from './documents.mjs';
import {choose, judged, sharedCredential} from './product.mjs';
import {PROOFS} from './proofs.mjs';
import {VERIFIED, verify} from './verification.mjs';

const tenant = 'southbank';
const runId = Date.now().toString(36);
const EVERY_PROOF = ['EDDSA_RDFC_2022', 'ECDSA_RDFC_2019_P256', 'ECDSA_RDFC_2019_P384', 'EDDSA_JCS_2022'];
const TOKENS = {
  EdDSA: ['VC_JWT_EDDSA', ...EVERY_PROOF],
  ES256: ['VC_JWT_ES256', 'EDDSA_RDFC_2022'],
  RS256: ['VC_JWT_RS256', 'EDDSA_RDFC_2022', 'EDDSA_JCS_2022']
};
const issued = {};

async function form(address, accept) {
  const answer = await fetch(address, {headers: {accept}});
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type').split(';')[0], accept);
  return answer.text();
}

/** A credential that is secured so, and what software that is not ours needs to look at it. */
async function issue(alg, securings) {
  await choose(tenant, securings);
  const learner = {tenant, number: `SB-${alg}${runId}`, name: `Journey ${alg}`};
  const {credential: address} = await sharedCredential(learner);
  const credential = JSON.parse(await form(address, 'application/vc'));
  return {
    address,
    credential,
    token: await form(address, 'application/vc+jwt'),
    did: await read(addressOf(credential.issuer.id), 'application/did+json'),
    documentLoader: documents('http:').documentLoader,
    judged: async said => (typeof said === 'string'
      ? await judged(said, 'application/vc+jwt') : await judged(JSON.stringify(said), 'application/vc')).verified
  };
}

before(async () => {
  for(const [alg, securings] of Object.entries(TOKENS)) {
    issued[alg] = await issue(alg, securings);
  }
});

after(() => choose(tenant, ['EDDSA_RDFC_2022']));

describe('a credential with every embedded proof', () => {
  test('bears these and no others', () => {
    const suites = issued.EdDSA.credential.proof.map(({cryptosuite}) => cryptosuite).sort();
    assert.deepEqual(suites, Object.values(PROOFS).map(({suite}) => suite).sort());
  });

  casesOfProofs(() => issued.EdDSA);
});

for(const alg of Object.keys(TOKENS)) {
  describe(`a credential with a token by ${alg}`, () => {
    casesOfToken(alg, () => issued[alg]);
  });
}

test('what was issued before another choice holds after it', async () => {
  for(const {address} of Object.values(issued)) {
    const report = await verify(address);
    assert.equal(report.code, VERIFIED, report.lines.join('\n'));
  }
});
