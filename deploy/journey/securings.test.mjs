// What Meritstream secures, verified by software that is not ours: every Data Integrity proof and every JWT of one credential, and what was done to them. The samples are made by issuance's SecuredSamples; its own tests hold them equal to what it makes today.
import assert from 'node:assert/strict';
import {createHash, createPublicKey, verify as verifySignature} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {cryptosuite as ecdsaRdfc2019} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {cryptosuite as eddsaRdfc2022} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {decode} from 'base58-universal';
import canonicalize from 'canonicalize';
import {importJWK, jwtVerify} from 'jose';
import jsigs from 'jsonld-signatures';
import {documents} from './documents.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'secured');
const contexts = join(folder, '../../../../contracts/openbadges/src/main/resources/contexts/recognition');
const sample = name => readFile(join(folder, name), 'utf8').then(text => text.trim());
const {documentLoader: fromNpm} = documents('http:');
let did, credential;

before(async () => {
  did = JSON.parse(await sample('did.json'));
  credential = JSON.parse(await sample('credential.json'));
});

/** The context that the sample names; at its address no server answers here, and its digest tells that it is the same. */
async function recognition(url) {
  const digest = url.split('/').pop();
  const text = await readFile(join(contexts, `${digest}.jsonld`), 'utf8');
  assert.equal(createHash('sha256').update(text).digest('hex'), digest);
  return {contextUrl: null, documentUrl: url, document: JSON.parse(text)};
}

async function documentLoader(url) {
  if(url.includes('/contexts/recognition/')) {
    return recognition(url);
  }
  if(!url.startsWith(did.id)) {
    return fromNpm(url);
  }
  const method = did.verificationMethod.find(({id}) => id === url);
  const document = method ? {'@context': 'https://w3id.org/security/multikey/v1', ...method} : did;
  return {contextUrl: null, documentUrl: url, document};
}

const only = (proof, of = credential) => ({...of, proof});
const proofOf = (suite, start) => credential.proof.find(({cryptosuite, verificationMethod}) =>
  cryptosuite === suite && verificationMethod.split('#')[1].startsWith(start));

const rdf = {
  'eddsa-rdfc-2022 with Ed25519': () => [proofOf('eddsa-rdfc-2022', 'z6Mk'), eddsaRdfc2022],
  'ecdsa-rdfc-2019 with P-256': () => [proofOf('ecdsa-rdfc-2019', 'zDna'), ecdsaRdfc2019],
  'ecdsa-rdfc-2019 with P-384': () => [proofOf('ecdsa-rdfc-2019', 'z82L'), ecdsaRdfc2019]
};

async function holds(document, cryptosuite) {
  const result = await jsigs.verify(document, {
    suite: new DataIntegrityProof({cryptosuite}), purpose: new jsigs.purposes.AssertionProofPurpose(), documentLoader
  });
  return result.verified;
}

for(const [name, of] of Object.entries(rdf)) {
  test(`${name} holds`, async () => {
    const [proof, cryptosuite] = of();
    const result = await jsigs.verify(only(proof), {
      suite: new DataIntegrityProof({cryptosuite}), purpose: new jsigs.purposes.AssertionProofPurpose(), documentLoader
    });
    assert.ok(result.verified, JSON.stringify(result.error?.errors?.map(({message, stack}) => message + stack)));
  });

  test(`${name} does not hold of a changed word`, async () => {
    const [proof, cryptosuite] = of();
    assert.equal(await holds(only(proof, {...credential, name: 'Rocket science'}), cryptosuite), false);
  });

  test(`${name} does not hold with a truncated value`, async () => {
    const [proof, cryptosuite] = of();
    assert.equal(await holds(only({...proof, proofValue: proof.proofValue.slice(0, -4)}), cryptosuite), false);
  });

  test(`${name} does not hold by another key of the same issuer`, async () => {
    const [proof, cryptosuite] = of();
    const other = did.verificationMethod.find(({id, type}) => type === 'Multikey' && id !== proof.verificationMethod).id;
    assert.equal(await holds(only({...proof, verificationMethod: other}), cryptosuite), false);
  });
}

test('an endorsement holds, and does not of a changed word', async () => {
  const endorsement = JSON.parse(await sample('endorsement.json'));
  assert.deepEqual(endorsement.type, ['VerifiableCredential', 'EndorsementCredential']);
  assert.ok(await holds(endorsement, eddsaRdfc2022));
  const {credentialSubject} = endorsement;
  const reworded = {...credentialSubject, endorsementComment: 'They assess without care.'};
  assert.equal(await holds({...endorsement, credentialSubject: reworded}, eddsaRdfc2022), false);
});

test('whoever knows one suite alone finds its proof among the others', async () => {
  assert.ok(await holds(credential, eddsaRdfc2022));
  assert.ok(await holds(credential, ecdsaRdfc2019));
});

// No package verifies this suite: the canonical form is by canonicalize, the key by ed25519-multikey, the steps are those of the specification
// (Data Integrity EdDSA Cryptosuites 1.0, section 3.3).
async function wordsHold(document) {
  const {proof: {proofValue, ...options}, ...unsecured} = document;
  const hash = value => createHash('sha256').update(canonicalize(value)).digest();
  const method = did.verificationMethod.find(({id}) => id === options.verificationMethod);
  const key = await Ed25519Multikey.from(method);
  const signature = decode(proofValue.slice(1));
  return key.verifier().verify({data: Buffer.concat([hash(options), hash(unsecured)]), signature});
}

test('eddsa-jcs-2022 holds', async () => {
  assert.ok(await wordsHold(only(proofOf('eddsa-jcs-2022', 'z6Mk'))));
});

test('eddsa-jcs-2022 does not hold of a changed word', async () => {
  assert.equal(await wordsHold(only(proofOf('eddsa-jcs-2022', 'z6Mk'), {...credential, name: 'Rocket science'})), false);
});

test('eddsa-jcs-2022 does not hold at another time', async () => {
  assert.equal(await wordsHold(only({...proofOf('eddsa-jcs-2022', 'z6Mk'), created: '2026-11-20T10:15:32Z'})), false);
});

test('eddsa-jcs-2022 does not hold with the value of another suite', async () => {
  const {proofValue} = proofOf('eddsa-rdfc-2022', 'z6Mk');
  assert.equal(await wordsHold(only({...proofOf('eddsa-jcs-2022', 'z6Mk'), proofValue})), false);
});

const tokens = {EdDSA: 'vc-jwt-eddsa.txt', ES256: 'vc-jwt-es256.txt', RS256: 'vc-jwt-rs256.txt'};
const keyOf = async (kid, alg) => importJWK(did.verificationMethod.find(({id}) => id === kid).publicKeyJwk, alg);
const options = {typ: 'vc+jwt', currentDate: new Date('2026-11-23T00:00:00Z')};

for(const [alg, file] of Object.entries(tokens)) {
  test(`VC-JWT with ${alg} holds, and repeats what the badge says`, async () => {
    const {payload, protectedHeader} = await jwtVerify(await sample(file), ({kid}) => keyOf(kid, alg),
      {...options, algorithms: [alg], issuer: did.id});
    const {proof, ...unsecured} = credential;
    const {iss, jti, sub, nbf, ...badge} = payload;
    assert.deepEqual(badge, unsecured);
    assert.deepEqual([iss, jti, sub, nbf],
      [badge.issuer.id, badge.id, badge.credentialSubject.id, Date.parse(badge.validFrom) / 1000]);
    assert.equal(protectedHeader.cty, 'vc');
    assert.ok(did.assertionMethod.includes(protectedHeader.kid));
  });

  test(`VC-JWT with ${alg} does not hold of a changed word`, async () => {
    const [header, payload, signature] = (await sample(file)).split('.');
    const changed = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('Amina', 'Anima')).toString('base64url');
    await assert.rejects(jwtVerify(`${header}.${changed}.${signature}`, ({kid}) => keyOf(kid, alg), options));
  });

  test(`VC-JWT with ${alg} does not hold without its algorithm`, async () => {
    const [, payload] = (await sample(file)).split('.');
    const header = Buffer.from('{"alg":"none","typ":"vc+jwt"}').toString('base64url');
    await assert.rejects(jwtVerify(`${header}.${payload}.`, () => keyOf(did.assertionMethod.at(-1), alg), options));
  });

  test(`VC-JWT with ${alg} does not hold with a truncated signature`, async () => {
    await assert.rejects(jwtVerify((await sample(file)).slice(0, -6), ({kid}) => keyOf(kid, alg), options));
  });
}

test('the same key stands in the DID document as Multikey and as JWK', async () => {
  const multikey = await Ed25519Multikey.from(did.verificationMethod.find(({publicKeyMultibase}) => publicKeyMultibase?.startsWith('z6Mk')));
  const jwk = did.verificationMethod.find(({publicKeyJwk}) => publicKeyJwk?.crv === 'Ed25519').publicKeyJwk;
  const data = Buffer.from('the same');
  const raw = (await multikey.export({publicKey: true, raw: true})).publicKey;
  assert.equal(Buffer.from(raw).toString('base64url'), jwk.x);
  assert.equal(verifySignature(null, data, createPublicKey({key: jwk, format: 'jwk'}), Buffer.alloc(64)), false);
});
