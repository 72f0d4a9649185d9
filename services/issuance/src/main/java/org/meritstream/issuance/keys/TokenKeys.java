package org.meritstream.issuance.keys;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKA_EXTRACTABLE;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKA_SENSITIVE;

import java.security.SecureRandom;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.Signer;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.KeyPairTemplate;
import org.xipki.pkcs11.wrapper.PKCS11KeyPair;
import org.xipki.pkcs11.wrapper.PKCS11Token;
import org.xipki.pkcs11.wrapper.TokenException;

/**
 * Keys in a PKCS #11 token. They are made in it and marked as never to leave it; the store has their public part and the random id that they are
 * found by. A key whose turn was never stored stays in the token, unused, with the tenant in its label.
 */
final class TokenKeys implements KeyHome {
    private static final int ID_SIZE = 16;

    private final TokenLogin login;
    private final SigningToken limits;
    private final SecureRandom random;

    TokenKeys(TokenLogin login, SigningToken limits, SecureRandom random) {
        this.login = login;
        this.limits = limits;
        this.random = random;
    }

    @Override
    public Kind kind() {
        return Kind.TOKEN;
    }

    @Override
    public Made make(String tenant, KeyKind kind) {
        byte[] id = new byte[ID_SIZE];
        random.nextBytes(id);
        return login.use(token -> made(token, kind, template(kind, id, "meritstream " + tenant + " " + kind), id));
    }

    private static Made made(PKCS11Token token, KeyKind kind, KeyPairTemplate template, byte[] id)
            throws TokenException {
        PKCS11KeyPair pair = token.generateKeyPair(TokenAlgorithm.of(kind).generation(), template);
        AttributeVector secret = token.getAttrValues(pair.getPrivateKey(), CKA_SENSITIVE, CKA_EXTRACTABLE);
        if (!Boolean.TRUE.equals(secret.sensitive()) || !Boolean.FALSE.equals(secret.extractable())) {
            token.destroyObjects(pair.getPrivateKey(), pair.getPublicKey());
            throw new TokenException("it made a key that could leave it");
        }
        return new Made(TokenPublicKeys.read(token, pair.getPublicKey(), kind), id);
    }

    private static KeyPairTemplate template(KeyKind kind, byte[] id, String label) {
        TokenAlgorithm algorithm = TokenAlgorithm.of(kind);
        KeyPairTemplate template =
                new KeyPairTemplate(algorithm.type()).token(true).id(id).labels(label);
        template.privateKey().private_(true).sensitive(true).extractable(false).sign(true);
        algorithm.describe(template.publicKey().private_(false).verify(true));
        return template;
    }

    @Override
    public Signer signer(String tenant, Made key) {
        return new TokenSigner(login, limits, key.key().kind(), key.held());
    }
}
