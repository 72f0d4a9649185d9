// What is asked of every securing, be it of a sample or of what the running product issued: that it holds by software that is not ours, and that it
// does not once something was done to it.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {claimsOf, PROOFS, proofOf} from './proofs.mjs';

const jsonOf = part => JSON.parse(Buffer.from(part, 'base64url').toString());
const partOf = json => Buffer.from(JSON.stringify(json)).toString('base64url');
const secondLater = time => new Date(Date.parse(time) + 1000).toISOString().replace('.000Z', 'Z');

/** Our own verifier says the same; a sample's issuer is none that it could ask. */
async function agrees({judged}, subject, verdict) {
  if(judged) {
    assert.equal(await judged(subject), verdict, 'our own verifier says the same');
  }
}

/**
 * The cases of every embedded proof.
 *
 * @param subject once the tests run: the credential with all of its proofs, its issuer's document, a document loader, and what our own verifier says of
 *     a document where there is one
 */
export function casesOfProofs(subject) {
  for(const [name, proof] of Object.entries(PROOFS)) {
    casesOfProof(name, proof, subject);
  }
}

function casesOfProof(name, kind, subject) {
  const alone = changed => {
    const {credential} = subject();
    const proof = proofOf(credential, kind);
    return {...credential, proof, ...changed(proof, credential)};
  };

  const refused = (what, changed, reason = /^Invalid signature/) => test(`${name} does not hold ${what}`, async () => {
    const document = alone(changed);
    assert.match(String(await kind.fault(document, subject())), reason);
    await agrees(subject(), document, false);
  });

  test(`${name} holds`, async () => {
    const document = alone(() => ({}));
    assert.equal(await kind.fault(document, subject()), undefined);
    await agrees(subject(), document, true);
  });

  refused('of a changed word', () => ({name: 'Rocket science'}));
  refused('with a truncated value', proof => ({proof: {...proof, proofValue: proof.proofValue.slice(0, -4)}}));
  refused('at another time', proof => ({proof: {...proof, created: secondLater(proof.created)}}));
  refused('by another key of the same issuer', proof => {
    const other = subject().did.verificationMethod.find(({id, type}) => type === 'Multikey' && id !== proof.verificationMethod);
    return {proof: {...proof, verificationMethod: other.id}};
  }, /multikey|32-byte|none of Ed25519|^Invalid signature/);
  refused('with the value of another suite', (proof, {proof: all}) => {
    const other = all.find(({cryptosuite}) => cryptosuite !== proof.cryptosuite);
    return {proof: {...proof, proofValue: other.proofValue}};
  });

  test(`${name} does not hold by a stranger's key of the same kind`, async () => {
    const document = alone(() => ({}));
    const strange = await underKey(document.proof.verificationMethod, await kind.fresh(), subject());
    assert.match(String(await kind.fault(document, strange)), /^Invalid signature/);
  });
}

/** The same issuer, had it published another key in the place of this one. */
async function underKey(method, other, {did, documentLoader, ...rest}) {
  const {publicKeyMultibase} = await other.export({publicKey: true});
  const replaced = {...did.verificationMethod.find(({id}) => id === method), publicKeyMultibase};
  return {
    ...rest,
    did: {...did, verificationMethod: did.verificationMethod.map(one => one.id === method ? replaced : one)},
    documentLoader: async url => {
      const read = await documentLoader(url);
      return url === method ? {...read, document: {...read.document, publicKeyMultibase}} : read;
    }
  };
}

/**
 * The cases of a token.
 *
 * @param subject once the tests run: the token, the credential whose form it is, its issuer's document, when it is looked at (now, unless said
 *     otherwise), and what our own verifier says of a token where there is one
 */
export function casesOfToken(alg, subject) {
  const refused = (what, code, changed) => test(`VC-JWT with ${alg} does not hold ${what}`, async () => {
    const token = changed(...subject().token.split('.'));
    await assert.rejects(claimsOf(token, alg, subject()), {code});
    await agrees(subject(), token, false);
  });

  test(`VC-JWT with ${alg} holds, and repeats what the badge says`, async () => {
    const {token, credential: {proof, ...unsecured}, did} = subject();
    const {payload, protectedHeader} = await claimsOf(token, alg, subject());
    const {iss, jti, sub, nbf, exp, ...badge} = payload;
    assert.deepEqual(badge, unsecured);
    assert.deepEqual([iss, jti, sub, nbf, exp], [did.id, badge.id, badge.credentialSubject.id, seconds(badge.validFrom), seconds(badge.validUntil)]);
    assert.equal(protectedHeader.cty, 'vc');
    await agrees(subject(), token, true);
  });

  refused('of a changed word', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', (header, payload, signature) =>
    [header, partOf({...jsonOf(payload), name: 'Rocket science'}), signature].join('.'));
  refused('without its algorithm', 'ERR_JOSE_ALG_NOT_ALLOWED', (header, payload) =>
    `${partOf({...jsonOf(header), alg: 'none'})}.${payload}.`);
  refused('with a truncated signature', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', (header, payload, signature) =>
    [header, payload, signature.slice(0, -6)].join('.'));
}

const seconds = time => time && Date.parse(time) / 1000;
